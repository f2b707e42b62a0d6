import { expect, test } from 'vitest';
import { askRaw } from '#tests/support/ask-raw.ts';

/** What is no percent-encoding, or hides a NUL, went as far as Next or PostgreSQL and came back as 500. */
test.each(['/api/v1/%zz', '/p/%E0%A4%A', '/p/al%00pha', '/s/%'])('%s is answered with 400', async (path) => {
  expect((await askRaw(path)).status).toBe(400);
});

test.each(['/p/alpha', '/p/%C3%BC?x=%zz', '/api/v1/platforms/a%2Fb'])('%s goes through', async (path) => {
  expect((await askRaw(path)).status).toBe(200);
});
