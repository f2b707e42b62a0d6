import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { whenQuiet } from '#server/http/when-quiet.ts';

const QUIET_MS = 60;

async function startServer() {
  let rests = 0;
  const waiting: ServerResponse[] = [];
  const server = createServer((_, response) => waiting.push(response));
  whenQuiet(server, { quietMs: QUIET_MS, rest: () => (rests += 1) });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, waiting, rests: () => rests };
}

test('rests once after the start, and once more after a request has been answered', async () => {
  const server = await startServer();
  await expect.poll(server.rests).toBe(1);
  const asked = fetch(server.url);
  await expect.poll(() => server.waiting.length).toBe(1);
  server.waiting[0]?.end('done');
  await (await asked).text();
  await expect.poll(server.rests).toBe(2);
  await sleep(3 * QUIET_MS);
  expect(server.rests()).toBe(2);
});

test('never rests while somebody waits for an answer', async () => {
  const server = await startServer();
  const asked = fetch(server.url);
  await expect.poll(() => server.waiting.length).toBe(1);
  const before = server.rests();
  await sleep(3 * QUIET_MS);
  expect(server.rests()).toBe(before);
  server.waiting[0]?.end('done');
  await (await asked).text();
  await expect.poll(server.rests).toBe(before + 1);
});
