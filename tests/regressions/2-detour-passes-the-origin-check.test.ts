import { expect, test } from 'vitest';
import { askRaw } from '#tests/support/ask-raw.ts';

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
  expect((await askRaw(path, 'POST')).status).toBe(status);
});

test('an address that carries a secret is known as such on a detour too', async () => {
  expect((await askRaw('/x/../s/token')).headers).toMatchObject({ 'referrer-policy': 'no-referrer' });
});
