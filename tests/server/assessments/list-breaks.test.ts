import { expect, test } from 'vitest';
import { listBreaks } from '#server/assessments/list-breaks.ts';
import { saveCapability } from '#server/catalogue/save-capability.ts';
import { closeCycle } from '#server/surveys/close-cycle.ts';
import { openSurvey, surveyContext } from '#tests/support/build-survey.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import type { TestContext } from '#tests/support/test-context.ts';

const platform = 'payments';
const row = (day: string, rubricVersion = '1.0.0', rubricSha256 = 'a'.repeat(64)) => ({
  ...{ day, rubricId: 'cncf-platform', rubricVersion, rubricSha256 },
});
const SPAN = [row('2026-01-01'), row('2027-12-31')];

async function ask(ctx: TestContext, day: string, teams: Parameters<typeof openSurvey>[1]): Promise<string> {
  ctx.setNow(`${day}T08:00:00.000Z`);
  const { cycle } = await openSurvey(ctx, teams);
  ctx.setNow(`${day}T09:00:00.000Z`);
  await closeCycle(ctx, { platform, cycle });
  return cycle;
}

onBothDatabases('where a history breaks', (makeDb) => {
  test('a new version of the rubric, and the same version with another text', async () => {
    const ctx = await surveyContext(await makeDb(), {});
    const days = [
      row('2026-11-01', '0.9.0', 'b'.repeat(64)),
      row('2026-11-02'),
      row('2026-11-03', '1.0.0', 'c'.repeat(64)),
    ];
    expect(await listBreaks(ctx.db, platform, days)).toMatchObject([
      { day: '2026-11-02', reason: 'rubric', from: 'cncf-platform 0.9.0', to: 'cncf-platform 1.0.0' },
      { day: '2026-11-03', from: 'cncf-platform 1.0.0 (aaaaaaaa)', to: 'cncf-platform 1.0.0 (cccccccc)' },
    ]);
  });

  test('another set of capabilities on offer, but not another owner or weight', async () => {
    const ctx = await surveyContext(await makeDb(), {});
    ctx.setNow('2026-11-10T08:00:00.000Z');
    await saveCapability(ctx, { platform, key: 'data', weight: 3 });
    expect(await listBreaks(ctx.db, platform, SPAN)).toEqual([]);
    ctx.setNow('2026-11-11T08:00:00.000Z');
    await saveCapability(ctx, { platform, key: 'data', state: 'not_offered' });
    ctx.setNow('2026-11-11T09:00:00.000Z');
    await saveCapability(ctx, { platform, key: 'messaging', state: 'archived' });
    const breaks = await listBreaks(ctx.db, platform, SPAN);
    expect(breaks).toMatchObject([{ day: '2026-11-11', reason: 'capabilities' }]);
    const [before, after] = [breaks[0]?.from.split(', '), breaks[0]?.to.split(', ')];
    expect(before?.filter((key) => !after?.includes(key))).toEqual(['data', 'messaging']);
    // what was taken back on the same day changed nothing
    await saveCapability(ctx, { platform, key: 'data', state: 'offered' });
    await saveCapability(ctx, { platform, key: 'messaging', state: 'offered' });
    expect(await listBreaks(ctx.db, platform, SPAN)).toEqual([]);
  });

  test('a question in other words, and a fifth more or fewer people asked', async () => {
    const ctx = await surveyContext(await makeDb(), { red: { invited: 10 } });
    await ask(ctx, '2026-03-01', { red: { invited: 10 } });
    const second = await ask(ctx, '2026-06-01', { red: { invited: 11 } });
    const { questions } = await ctx.db
      .selectFrom('surveyCycle')
      .select('questions')
      .where('id', '=', second)
      .executeTakeFirstOrThrow();
    const asked: { key: string; text: string }[] = JSON.parse(questions);
    const reworded = asked.map((one) =>
      one.key === 'clarity-of-errors' ? { ...one, text: 'Are errors clear?' } : one,
    );
    const shouted = reworded.map((one) =>
      one.key === 'usability' ? { ...one, text: ` ${one.text.toUpperCase()}` } : one,
    );
    await ctx.db
      .updateTable('surveyCycle')
      .set({ questions: JSON.stringify(shouted) })
      .where('id', '=', second)
      .execute();
    await ask(ctx, '2026-09-01', { red: { invited: 14 } });
    expect(await listBreaks(ctx.db, platform, SPAN)).toMatchObject([
      { day: '2026-06-01', reason: 'wording', question: 'clarity-of-errors', to: 'Are errors clear?' },
      { day: '2026-09-01', reason: 'wording', question: 'clarity-of-errors', from: 'Are errors clear?' },
      // 14 for 11 is more than a fifth, 11 for 10 was not
      { day: '2026-09-01', reason: 'invited', from: '11', to: '14' },
    ]);
  });

  test('a break outside the days shown, or on the first of them, is none of theirs', async () => {
    const ctx = await surveyContext(await makeDb(), {});
    ctx.setNow('2026-11-11T08:00:00.000Z');
    await saveCapability(ctx, { platform, key: 'data', state: 'not_offered' });
    expect(await listBreaks(ctx.db, platform, [row('2026-11-11'), row('2026-11-12')])).toEqual([]);
    expect(await listBreaks(ctx.db, platform, [row('2026-11-01'), row('2026-11-10')])).toEqual([]);
    expect(await listBreaks(ctx.db, platform, [])).toEqual([]);
  });
});
