import { expect, test } from 'vitest';
import { rescore } from '#server/jobs/kinds/rescore.ts';
import { makeSqlite } from '#tests/support/databases.ts';
import { testContext } from '#tests/support/test-context.ts';

test('the job scores the platform it names, and refuses a payload that names none', async () => {
  const { db, remove } = await makeSqlite();
  const ctx = testContext(db);
  await rescore.run(ctx, { platformId: 'payments' }, new AbortController().signal);
  expect(ctx.rescored).toEqual(['payments']);
  await expect(rescore.run(ctx, {}, new AbortController().signal)).rejects.toThrow();
  await remove();
});
