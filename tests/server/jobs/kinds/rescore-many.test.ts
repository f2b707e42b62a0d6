import { expect, test } from 'vitest';
import { findCurrentScorecard } from '#db/queries/scorecards.ts';
import { rescoreMany } from '#server/jobs/kinds/rescore-many.ts';
import { insertMeasuredPlatform, scoringContext } from '#tests/support/build-assessment.ts';
import { makeSqlite } from '#tests/support/databases.ts';

test('the job scores the platforms it names, and refuses a payload that names none', async () => {
  const { db, remove } = await makeSqlite();
  const ctx = scoringContext(db);
  await insertMeasuredPlatform(ctx);
  const { signal } = new AbortController();
  await rescoreMany.run(ctx, { platformIds: ['payments'] }, signal);
  expect((await findCurrentScorecard(db, 'payments'))?.asOf).toBe(ctx.now().toISOString());
  await expect(rescoreMany.run(ctx, { platformId: 'payments' }, signal)).rejects.toThrow();
  await remove();
});
