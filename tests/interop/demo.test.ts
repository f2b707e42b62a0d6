import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { migrate } from '#db/migrate.ts';
import { openDatabase } from '#db/open.ts';
import { readScorecard } from '#server/assessments/read-scorecard.ts';
import { makeDemo } from '#server/demo/make-demo.ts';
import { PLATFORMS } from '#server/demo/organisation.ts';
import { makeScratchFolder } from '#tests/support/scratch-folder.ts';
import { START, testContext } from '#tests/support/test-context.ts';

test('every state that the product knows is somewhere in the demo', { timeout: 300_000 }, async () => {
  const folder = makeScratchFolder('plumbline-demo-');
  const { db, close } = await openDatabase(`file:${join(folder, 'plumbline.db')}`);
  onTestFinished(async () => {
    await close();
    rmSync(folder, { recursive: true, force: true });
  });
  await migrate(db);
  const ctx = testContext(db, { kind: 'system', name: 'demo' });
  await makeDemo(ctx, { end: new Date(START), password: 'a long demo password', say: () => {} });
  const scorecards = await Promise.all(PLATFORMS.map(({ key }) => readScorecard(ctx, { platform: key })));
  const cells = scorecards.flatMap((scorecard) => scorecard.cells);
  const criteria = cells.flatMap((cell) => cell.criteria);

  expect(new Set(cells.map(({ state }) => state))).toContain('not_offered');
  expect(cells.some(({ heldBy }) => heldBy.length > 0)).toBe(true);
  expect(cells.some(({ confidence, claimed }) => confidence === null && claimed !== null)).toBe(true);
  expect(new Set(cells.flatMap(({ level }) => level ?? []))).toEqual(new Set([1, 2, 3, 4]));
  expect(criteria.some(({ inherited }) => inherited)).toBe(true);
  expect(new Set(criteria.map(({ state }) => state))).toEqual(
    new Set(['met', 'not_met', 'unknown', 'not_applicable', 'announced', 'exempt']),
  );
  const reasons = new Set(criteria.flatMap(({ state, reason }) => (state === 'unknown' && reason ? [reason] : [])));
  for (const reason of ['stale', 'no_data', 'source_error', 'awaiting_review']) expect(reasons).toContain(reason);

  const statesOf = async (table: 'improvement' | 'assessment' | 'surveyCycle' | 'source') =>
    new Set((await ctx.db.selectFrom(table).select('state').execute()).map(({ state }) => state));
  expect(await statesOf('improvement')).toEqual(
    new Set(['proposed', 'planned', 'doing', 'done', 'verified', 'not_confirmed']),
  );
  expect(await statesOf('assessment')).toEqual(new Set(['in_review', 'published', 'superseded']));
  expect(await statesOf('surveyCycle')).toEqual(new Set(['open', 'closed']));
  expect(await statesOf('source')).toEqual(new Set(['active', 'paused']));
  const shown = await ctx.db.selectFrom('surveyResult').select('shown').distinct().execute();
  expect(new Set(shown.map((row) => row.shown))).toEqual(new Set(['exact', 'banded', 'hidden']));
  const runs = await ctx.db.selectFrom('sourceRun').select('source').distinct().execute();
  expect(new Set(runs.map(({ source }) => source))).toEqual(new Set(['metrics-api', 'csv-upload', 'prometheus']));
  const open = await ctx.db.selectFrom('sourceFailure').select('id').where('endedAt', 'is', null).execute();
  expect(open.length).toBeGreaterThan(0);
});
