import { expect, test } from 'vitest';
import { discardRound } from '#server/rating-rounds/discard-round.ts';
import { listRounds } from '#server/rating-rounds/list-rounds.ts';
import { measureAgreement } from '#server/rating-rounds/measure-agreement.ts';
import { readRound } from '#server/rating-rounds/read-round.ts';
import { recordConsensus, recordConsensusInput } from '#server/rating-rounds/record-consensus.ts';
import { revealRound } from '#server/rating-rounds/reveal-round.ts';
import { saveRatings, saveRatingsInput } from '#server/rating-rounds/save-ratings.ts';
import { readSelfAssessment } from '#server/self-assessment/read-self-assessment.ts';
import { saveClaims } from '#server/self-assessment/save-claims.ts';
import { runTasksHere } from '#server/tasks/run-task-here.ts';
import type { RunTask } from '#server/tasks/task.ts';
import { openTestRound, rate, roundContext, someone, useOwnLevels } from '#tests/support/build-rating-round.ts';
import { onBothDatabases } from '#tests/support/databases.ts';

const platform = 'payments';

onBothDatabases('revealing a round', (makeDb) => {
  // the three assessors and five aspects of whom ordinal alpha is 0.65
  test('shows all first ratings at once and how far they agree', async () => {
    const db = await makeDb();
    const ctx = await roundContext(db);
    const round = await openTestRound(ctx, ['ada', 'ben', 'cleo', 'olga']);
    await rate(ctx, round, 'ada', [2, 1, 3, 2, 1]);
    await rate(ctx, round, 'ben', [2, 2, 3, 2, 1]);
    await rate(ctx, round, 'cleo', [3, 1, 3, 2, 2]);
    // begun and not handed in
    await rate(ctx, round, 'olga', [4], false);
    ctx.setNow('2026-11-23T09:00:00.000Z');
    const { assessors, agreement } = await revealRound(ctx, { platform, round });
    expect(assessors).toBe(3);
    expect(agreement).toMatchObject({ alpha: 0.65, units: 5, values: 15, reading: 'too_few_units', kappa: null });
    expect(agreement.interval).toMatchObject({ exact: true, confidence: 0.95 });
    const { result, state, revealedAt, mine } = await readRound(ctx.as(someone('ada')), { platform, round });
    expect([state, revealedAt, mine]).toEqual(['revealed', '2026-11-23T09:00:00.000Z', null]);
    expect(result?.agreement).toEqual(agreement);
    expect(result?.units[0]).toMatchObject({
      ...{ aspect: 'investment', given: 3, dontKnow: 0, low: 2, high: 3, median: 2, spread: 1, discuss: false },
      ratings: [
        { name: 'Name of ada', rating: 2 },
        { name: 'Name of ben', rating: 2 },
        { name: 'Name of cleo', rating: 3 },
      ],
    });
    const [, audit] = await db.selectFrom('auditEntry').select(['action', 'detail']).orderBy('at').execute();
    expect([audit?.action, JSON.parse(audit?.detail ?? '')]).toEqual([
      'rating-round.reveal',
      {
        ...{ title: 'Autumn', rated: 3, asked: 4 },
        ...{ alpha: 0.65, reading: 'too_few_units', seed: agreement.seed },
      },
    ]);
    // nothing sealed is left, neither of those who rated nor of the one who had only begun
    const sealed = await db.selectFrom('ratingAssessor').select('sealed').where('sealed', 'is not', null).execute();
    expect(sealed).toEqual([]);
    expect(await db.selectFrom('rating').select('userId').where('userId', '=', 'olga').execute()).toEqual([]);
  });

  test('puts what is two levels apart on the list to discuss, and those who do not know beside it', async () => {
    const ctx = await roundContext(await makeDb());
    const round = await openTestRound(ctx, ['ada', 'ben', 'cleo']);
    await rate(ctx, round, 'ada', [1, 2, 3, null, null]);
    await rate(ctx, round, 'ben', [3, 3.5, 3, null, 2]);
    await rate(ctx, round, 'cleo', [2, 3, 3, null, null]);
    await revealRound(ctx, { platform, round });
    const { result } = await readRound(ctx, { platform, round });
    expect(result?.units.map(({ spread, discuss, dontKnow }) => [spread, discuss, dontKnow])).toEqual([
      [2, true, 0],
      [1.5, false, 0],
      [0, false, 0],
      [null, false, 3],
      [null, false, 2],
    ]);
  });

  test('compares the platform team with its consumers', async () => {
    const ctx = await roundContext(await makeDb());
    const round = await openTestRound(ctx, [
      { person: 'ada', side: 'platform_team' },
      { person: 'ben', side: 'consumer' },
      { person: 'cleo', side: 'consumer' },
      'olga',
    ]);
    await rate(ctx, round, 'ada', [3, 3, 3, null, 2]);
    await rate(ctx, round, 'ben', [2, 3, 1.5, 2, 2.5]);
    await rate(ctx, round, 'cleo', [1.5, 3, 2.5, 2, 2.5]);
    await rate(ctx, round, 'olga', [4, 4, 4, 4, 4]);
    await revealRound(ctx, { platform, round });
    const { result } = await readRound(ctx, { platform, round });
    expect(result?.units.map(({ sides }) => sides)).toEqual([
      { platformTeam: 3, consumers: 1.5, gap: 1.5, finding: true },
      { platformTeam: 3, consumers: 3, gap: 0, finding: false },
      { platformTeam: 3, consumers: 1.5, gap: 1.5, finding: true },
      null,
      { platformTeam: 2, consumers: 2.5, gap: -0.5, finding: false },
    ]);
  });

  test('names are for those who rated and for editors; everybody else sees what they say together', async () => {
    const ctx = await roundContext(await makeDb());
    const round = await openTestRound(ctx, ['ada', 'ben']);
    await rate(ctx, round, 'ada', [2, 1, 3, 2, 1]);
    await rate(ctx, round, 'ben', [2, 2, 3, 2, 1]);
    await revealRound(ctx, { platform, round });
    const seen = await readRound(ctx.as(someone('vera')), { platform, round });
    expect(JSON.stringify(seen)).not.toMatch(/Name of (ada|ben)/);
    expect(seen.result?.units[1]).toMatchObject({ low: 1, high: 2, ratings: null });
    const named = await readRound(ctx, { platform, round });
    expect(named.result?.units[1]?.ratings).toHaveLength(2);
  });

  test('happens once', async () => {
    const ctx = await roundContext(await makeDb());
    const round = await openTestRound(ctx, ['ada', 'ben']);
    await rate(ctx, round, 'ada', [2, 1, 3, 2, 1]);
    await rate(ctx, round, 'ben', [2, 2, 3, 2, 1]);
    const twice = await Promise.allSettled([1, 2].map(() => revealRound(ctx, { platform, round })));
    expect(twice.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await expect(revealRound(ctx, { platform, round })).rejects.toThrow('have been revealed');
    await expect(discardRound(ctx, { platform, round })).rejects.toThrow('have been revealed');
    expect(await ctx.db.selectFrom('rating').selectAll().execute()).toHaveLength(10);
  });

  test('passes over nobody who changes their ratings at that moment', async () => {
    const ctx = await roundContext(await makeDb());
    const round = await openTestRound(ctx, ['ada', 'ben']);
    await rate(ctx, round, 'ada', [2, 1, 3, 2, 1]);
    await rate(ctx, round, 'ben', [2, 2, 3, 2, 1]);
    const runTask: RunTask = async (task, input) => {
      const opened = await ctx.runTask(task, input);
      await rate(ctx, round, 'ada', [4]);
      return opened;
    };
    await expect(revealRound({ ...ctx, runTask }, { platform, round })).rejects.toMatchObject({ code: 'CONFLICT' });
    expect((await readRound(ctx, { platform, round })).state).toBe('open');
    await revealRound(ctx, { platform, round });
    const { result } = await readRound(ctx, { platform, round });
    expect(result?.units[0]?.ratings?.map(({ rating }) => rating)).toEqual([4, 2]);
  });

  test('goes by the levels of the rubric, whatever their numbers', async () => {
    const ctx = await roundContext(await makeDb());
    await useOwnLevels(ctx, [5, 7, 9]);
    const round = await openTestRound(ctx, ['ada', 'ben'], { capabilities: [null, 'data', 'apis'] });
    const save = (who: string, given: [string | null, number | null][]) =>
      saveRatings(
        ctx.as(someone(who)),
        saveRatingsInput.parse({
          ...{ platform, round, handIn: true },
          ratings: given.map(([capability, rating]) => ({ aspect: 'use', capability, rating })),
        }),
      );
    for (const wrong of [4, 5.5, 1])
      await expect(save('ada', [[null, wrong]])).rejects.toThrow('This rubric goes from 5 to 9');
    await save('ada', [
      [null, 5],
      ['data', 5],
      ['apis', 6],
    ]);
    await save('ben', [
      [null, 7],
      ['data', 9],
      ['apis', 8],
    ]);
    const { agreement } = await revealRound(ctx, { platform, round });
    expect(agreement.kappa?.units).toBe(3);
    const { result } = await readRound(ctx, { platform, round });
    expect(result?.units.map(({ spread, discuss }) => [spread, discuss])).toEqual([
      [1, false],
      [2, true],
      [1, false],
    ]);
    await recordConsensus(
      ctx,
      recordConsensusInput.parse({
        ...{ platform, round },
        consensus: [{ aspect: 'use', capability: null, rating: 9, why: 'We looked.' }],
      }),
    );
    const { claims } = await readSelfAssessment(ctx, { platform });
    expect(claims).toMatchObject([{ aspect: 'use', claimed: 9 }]);
    const beyond = { aspect: 'use', capability: null, claimed: 4 };
    await expect(saveClaims(ctx, { platform, claims: [beyond] })).rejects.toThrow('This rubric goes from 5 to 9');
  });

  test('takes two who handed in, and an editor', async () => {
    const ctx = await roundContext(await makeDb());
    const round = await openTestRound(ctx, ['ada', 'ben']);
    await expect(revealRound(ctx, { platform, round })).rejects.toThrow('Nobody has handed in');
    await rate(ctx, round, 'ada', [2, 1, 3, 2, 1]);
    await expect(revealRound(ctx, { platform, round })).rejects.toThrow('Only one person');
    await expect(revealRound(ctx.as(someone('ada')), { platform, round })).rejects.toThrow('editor');
    const { handedIn, state } = await readRound(ctx, { platform, round });
    expect([state, handedIn]).toEqual(['open', 1]);
  });

  test('under another SECRET the ratings stay sealed, and the round can still be discarded', async () => {
    const ctx = await roundContext(await makeDb());
    const round = await openTestRound(ctx, ['ada', 'ben']);
    await rate(ctx, round, 'ada', [2, 1, 3, 2, 1]);
    await rate(ctx, round, 'ben', [2, 2, 3, 2, 1]);
    const moved = { ...ctx, secret: 'another secret of tests, also long enough' };
    const other = { ...moved, runTask: runTasksHere(moved) };
    await expect(revealRound(other, { platform, round })).rejects.toThrow('another SECRET');
    const { mine } = await readRound({ ...other, actor: someone('ada') }, { platform, round });
    expect(mine).toEqual({ handedIn: false, side: null, ratings: [] });
    await discardRound(other, { platform, round });
    expect((await listRounds(ctx, { platform })).rounds[0]?.state).toBe('discarded');
    expect(await ctx.db.selectFrom('ratingAssessor').select('sealed').distinct().execute()).toEqual([{ sealed: null }]);
    await expect(rate(ctx, round, 'ada', [1])).rejects.toThrow('discarded');
  });

  test('everybody alike has no alpha, and everybody without a clue neither', async () => {
    const ctx = await roundContext(await makeDb());
    const alike = await openTestRound(ctx, ['ada', 'ben']);
    const clueless = await openTestRound(ctx, ['ada', 'ben']);
    for (const who of ['ada', 'ben']) {
      await rate(ctx, alike, who, [2, 2, 2, 2, 2]);
      await rate(ctx, clueless, who, [null, null, null, null, null]);
    }
    const same = await revealRound(ctx, { platform, round: alike });
    expect(same.agreement).toMatchObject({ alpha: null, reading: 'undefined', units: 5, interval: null });
    const none = await revealRound(ctx, { platform, round: clueless });
    expect(none.agreement).toMatchObject({ alpha: null, reading: 'undefined', units: 0, kappa: null });
  });
});

test('the interval can be computed again from its seed', () => {
  const units = Array.from({ length: 20 }, (_, i) => [
    1 + (i % 4),
    1 + ((i * 3) % 4),
    i % 5 === 0 ? null : 1 + (i % 4),
  ]);
  const steps = [1, 1.5, 2, 2.5, 3, 3.5, 4];
  const found = measureAgreement(units, steps, 4_207_849_484);
  expect(found).toEqual(measureAgreement(units, steps, 4_207_849_484));
  expect(found.interval).not.toEqual(measureAgreement(units, steps, 7).interval);
  expect(found.interval).toMatchObject({ exact: false, resamples: 2_000 });
});

// the table of 32 ratings of two people (5 2 0 0 / 1 8 3 0 / 0 2 6 1 / 0 0 1 3): kappa 0.696970 linear, 0.823009 quadratic
test('two who rate have a weighted kappa as well', () => {
  const table = [
    [5, 2, 0, 0],
    [1, 8, 3, 0],
    [0, 2, 6, 1],
    [0, 0, 1, 3],
  ];
  const units = table.flatMap((row, i) =>
    row.flatMap((count, j) => Array.from({ length: count }, () => [i + 1, j + 1])),
  );
  expect(measureAgreement(units, [1, 2, 3, 4], 1).kappa).toEqual({ linear: 0.69697, quadratic: 0.823009, units: 32 });
  // interval alpha would be near quadratic kappa; the ordinal one is above 0.80
  expect(measureAgreement(units, [1, 2, 3, 4], 1).reading).toBe('reliable');
});
