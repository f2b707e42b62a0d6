import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { closeCycle } from '#server/surveys/close-cycle.ts';
import { closeDueCycles } from '#server/surveys/close-due-cycles.ts';
import { hashInvitationToken } from '#server/surveys/invitation-token.ts';
import { readResults } from '#server/surveys/read-results.ts';
import { CLOSES_AT, openSurvey, respond, respondAll, surveyContext } from '#tests/support/build-survey.ts';
import { makeSqlite, onBothDatabases } from '#tests/support/databases.ts';
import type { TestContext } from '#tests/support/test-context.ts';

const TEAMS = { sales: { invited: 8 }, technology: { invited: 12 } };
const given = (n: number) =>
  Array.from({ length: n }, (_, i) => ({
    usability: [1 + (i % 7), 2 + (i % 6)] as [number, number],
    reason: i % 2 === 0 ? 'saves-time' : 'required',
    clarity: 1 + (i % 5),
    comment: `comment of number ${i}`,
  }));

async function answered(db: TestContext['db'], sales = 6, technology = 9) {
  const ctx = await surveyContext(db, TEAMS);
  const { cycle, tokens } = await openSurvey(ctx, TEAMS);
  await respondAll(ctx, tokens.sales, given(sales));
  await respondAll(ctx, tokens.technology, given(technology));
  return { ctx, cycle, tokens };
}

onBothDatabases('closing a survey', (makeDb) => {
  test('releases results once, with both teams of six and nine', async () => {
    const { ctx, cycle } = await answered(await makeDb());
    await closeCycle(ctx, { platform: 'payments', cycle });
    const results = await readResults(ctx, { platform: 'payments', cycle });
    const clarity = results.questions.find(({ key }) => key === 'clarity-of-errors');
    expect(clarity?.slices.map(({ audience, n }) => [audience, n])).toEqual([
      ['all', 15],
      ['team:sales', 6],
      ['team:technology', 9],
    ]);
    // answers 1…5,1 and 1…5,1…4: favourable 2 + 3 of 15
    expect(clarity?.slices[0]?.favourable?.estimate).toBeCloseTo(5 / 15, 6);
    expect(ctx.rescored).toEqual(['payments']);
  });

  test('hides Sales with four and Technology with it, in rows, screens and bundle entries alike', async () => {
    const { ctx, cycle } = await answered(await makeDb(), 4, 9);
    await closeCycle(ctx, { platform: 'payments', cycle });
    const rows = await ctx.db.selectFrom('surveyResult').selectAll().where('question', '=', 'usability').execute();
    for (const row of rows.filter(({ audience }) => audience !== 'all')) {
      expect(JSON.parse(row.result)).toMatchObject({ n: null, counts: null, mean: null, sd: null });
    }
    const answers = await ctx.db.selectFrom('surveyAnswer').select('teamId').execute();
    expect(answers.every(({ teamId }) => teamId === null)).toBe(true);
    // 13 answered, so everybody's comments may be read, those of one team not
    const results = await readResults(ctx, { platform: 'payments', cycle });
    const comments = results.questions.find(({ key }) => key === 'open-comment')?.slices;
    expect(comments?.map(({ audience, shown, comments }) => [audience, shown, comments?.length ?? null])).toEqual([
      ['all', 'exact', 13],
      ['team:sales', 'hidden', null],
      ['team:technology', 'hidden', null],
    ]);
  });

  test('keeps nothing of a survey that fewer than five answered', async () => {
    const { ctx, cycle } = await answered(await makeDb(), 2, 2);
    await closeCycle(ctx, { platform: 'payments', cycle });
    expect(await ctx.db.selectFrom('surveyAnswer').selectAll().execute()).toEqual([]);
    expect(await ctx.db.selectFrom('surveyComment').selectAll().execute()).toEqual([]);
  });

  test('leaves no envelope, no key and no trace of who has answered', async () => {
    const { ctx, cycle } = await answered(await makeDb());
    await closeCycle(ctx, { platform: 'payments', cycle });
    expect(await ctx.db.selectFrom('envelope').selectAll().execute()).toEqual([]);
    expect(await ctx.db.selectFrom('invitation').selectAll().where('spent', '=', 1).execute()).toEqual([]);
    expect(await ctx.db.selectFrom('surveyCycle').select(['state', 'sealKey']).execute()).toEqual([
      { state: 'closed', sealKey: null },
    ]);
  });

  test('writes answers and comments in an order that is not that of their arrival', async () => {
    const { ctx, cycle } = await answered(await makeDb());
    await closeCycle(ctx, { platform: 'payments', cycle });
    // without `order by`: the order in which the database keeps them
    const comments = await ctx.db.selectFrom('surveyComment').select('text').execute();
    const arrival = [...given(6), ...given(9)].map(({ comment }) => comment);
    expect(comments.map(({ text }) => text).sort()).toEqual([...arrival].sort());
    // 1 in 15!/(2!^6) to fail by chance
    expect(comments.map(({ text }) => text)).not.toEqual(arrival);
  });

  test('happens once, however many ask for it at the same time', async () => {
    const { ctx, cycle } = await answered(await makeDb());
    const attempts = Array.from({ length: 4 }, () => closeCycle(ctx, { platform: 'payments', cycle }));
    const results = await Promise.allSettled(attempts);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await ctx.db.selectFrom('surveyAnswer').selectAll().execute()).toHaveLength(15);
  });

  test('comes by itself when the time is over, and once', async () => {
    const { ctx, cycle } = await answered(await makeDb());
    expect(await closeDueCycles(ctx)).toEqual({ closed: [], failed: [] });
    ctx.setNow(CLOSES_AT);
    expect(await closeDueCycles(ctx)).toEqual({ closed: [cycle], failed: [] });
    expect(await closeDueCycles(ctx)).toEqual({ closed: [], failed: [] });
    await expect(closeCycle(ctx, { platform: 'payments', cycle })).rejects.toThrow('closed already');
  });

  test('that breaks off half way leaves the survey as it was, and the next minute closes it', async () => {
    const { ctx, cycle, tokens } = await answered(await makeDb());
    const clash = { cycleId: cycle, question: 'usability', capability: 'data', audience: 'all' };
    const row = { ...clash, shown: 'exact' as const, result: '{}', releasedAt: CLOSES_AT };
    await ctx.db.insertInto('surveyResult').values(row).execute();
    ctx.setNow(CLOSES_AT);
    expect(await closeDueCycles(ctx)).toMatchObject({ closed: [], failed: [{ cycle }] });
    expect(await ctx.db.selectFrom('envelope').selectAll().execute()).toHaveLength(15);
    expect(await ctx.db.selectFrom('surveyAnswer').selectAll().execute()).toEqual([]);
    await ctx.db.deleteFrom('surveyResult').execute();
    ctx.setNow('2026-12-06T11:59:00.000Z');
    await respond(ctx, tokens.sales?.[7], { clarity: 3 });
    ctx.setNow(CLOSES_AT);
    expect(await closeDueCycles(ctx)).toEqual({ closed: [cycle], failed: [] });
    expect(await ctx.db.selectFrom('surveyAnswer').selectAll().execute()).toHaveLength(16);
  });

  test('under another SECRET is refused and keeps every answer', async () => {
    const { ctx } = await answered(await makeDb());
    ctx.setNow(CLOSES_AT);
    expect(await closeDueCycles({ ...ctx, secret: 'another' })).toMatchObject({ closed: [], failed: [{}] });
    expect(await ctx.db.selectFrom('envelope').selectAll().execute()).toHaveLength(15);
  });

  test('that was cut off before the files were rewritten is ended by the next minute', async () => {
    const { ctx, cycle } = await answered(await makeDb());
    await closeCycle(ctx, { platform: 'payments', cycle });
    await ctx.db.updateTable('surveyCycle').set({ state: 'closing' }).execute();
    expect(await closeDueCycles(ctx)).toEqual({ closed: [], failed: [] });
    expect(await ctx.db.selectFrom('surveyCycle').select('state').execute()).toEqual([{ state: 'closed' }]);
  });

  test('shows no result before it', async () => {
    const { ctx, cycle } = await answered(await makeDb());
    await expect(readResults(ctx, { platform: 'payments', cycle })).rejects.toThrow('released once');
  });
});

describe('the files of a closed survey', () => {
  test('hold no link, no envelope and no key, in any byte', async () => {
    const made = await makeSqlite();
    try {
      const { ctx, cycle, tokens } = await answered(made.db);
      const [envelope] = await ctx.db.selectFrom('envelope').select(['id', 'sealed']).execute();
      const key = await ctx.db.selectFrom('surveyCycle').select('sealKey').executeTakeFirstOrThrow();
      const secrets = [
        ...Object.values(tokens).flat(),
        envelope?.id ?? 'none',
        envelope?.sealed.slice(0, 60) ?? 'none',
        envelope?.sealed.slice(5000, 5060) ?? 'none',
        JSON.parse(key.sealKey ?? '{}').wrapped,
      ];
      const bytes = () => {
        const folder = dirname(fileURLToPath(new URL(made.url)));
        return Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));
      };
      // the attack works: before the close the envelopes and the key are there, the links are not even then
      expect(secrets.filter((secret) => bytes().includes(secret))).toHaveLength(4);
      await closeCycle(ctx, { platform: 'payments', cycle });
      expect(secrets.filter((secret) => bytes().includes(secret))).toEqual([]);
      expect(bytes().includes(hashInvitationToken(tokens.sales?.[0] ?? ''))).toBe(true);
    } finally {
      await made.remove();
    }
  });
});
