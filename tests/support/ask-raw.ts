import { request } from 'node:http';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { readEnv } from '#server/env.ts';
import { makeMeter } from '#server/health/meter.ts';
import { makeServer } from '#server/http/listen.ts';

/** Sends an address that nobody has tidied up, as `fetch` would, to our server; whatever it lets through is answered 200. */
export async function askRaw(path: string, method = 'GET') {
  const handler = () => async (_: unknown, response: { end: () => unknown }) => void response.end();
  const server = makeServer({
    env: readEnv({}),
    log: pino({ level: 'silent' }),
    meter: makeMeter(),
    dev: false,
    handler,
  });
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return new Promise<{ status: number | undefined; headers: NodeJS.Dict<string | string[]> }>((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, agent: false }, (response) => {
      response.resume();
      resolve({ status: response.statusCode, headers: response.headers });
    });
    asked.on('error', reject).end();
  });
}
