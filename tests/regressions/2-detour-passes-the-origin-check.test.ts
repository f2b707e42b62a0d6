import { request } from 'node:http';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { readEnv } from '#server/env.ts';
import { makeServer } from '#server/http/listen.ts';

/**
 * The machine doors under /api/v1/ need no Origin, because they take no cookie. The address was compared as it was sent, but
 * Next takes "/api/v1/../trpc/x" for "/api/trpc/x": a door that does take cookies was reached without an Origin.
 */
test.each([
  ['/api/v1/platforms', 200],
  ['/api/trpc/catalogue.saveTeam', 403],
  ['/api/v1/../trpc/catalogue.saveTeam', 403],
  ['/api/v1/%2e%2E/trpc/catalogue.saveTeam', 403],
  ['/api/v1/x/..\\../trpc/catalogue.saveTeam', 403],
  ['http://127.0.0.1/api/v1/../trpc/catalogue.saveTeam', 403],
])('a change sent to %s without an Origin is answered with %i', async (path, status) => {
  expect(await post(path)).toBe(status);
});

test('an address that carries a secret is known as such on a detour too', async () => {
  expect(await post('/x/../s/token', 'GET', 'referrer-policy')).toBe('no-referrer');
});

/** Sends a request whose address nobody has tidied up, as `fetch` would; what came back in the header, or the status. */
async function post(path: string, method = 'POST', header?: string) {
  const handler = () => async (_: unknown, response: { end: () => unknown }) => void response.end();
  const server = makeServer({ env: readEnv({}), log: pino({ level: 'silent' }), dev: false, handler });
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, agent: false }, (response) => {
      response.resume();
      resolve(header === undefined ? response.statusCode : response.headers[header]);
    });
    asked.on('error', reject).end();
  });
}
