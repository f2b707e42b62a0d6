import { describe, expect, test } from 'vitest';
import type { AskedQuestion } from '#server/surveys/asked-question.ts';
import { closeCycle } from '#server/surveys/close-cycle.ts';
import { compareCycles, type ReleasedCycle } from '#server/surveys/compare-cycles.ts';
import { readResults } from '#server/surveys/read-results.ts';
import { openSurvey, respondAll, surveyContext } from '#tests/support/build-survey.ts';
import { onBothDatabases } from '#tests/support/databases.ts';

const clarity: AskedQuestion = {
  ...{ key: 'clarity', kind: 'agreement', text: 'Errors say what to do.', seconds: 10 },
  ...{ capability: 'data', capabilityName: 'Databases' },
};
const usability: AskedQuestion = { ...clarity, key: 'usability', kind: 'umux-lite', text: 'How do you get on?' };
const team = (key: string, parentId: string | null = null, invited = 30) => ({
  teamId: `id-${key}`,
  key,
  parentId,
  invited,
});

type Given = { audience?: string; shown?: 'exact' | 'banded' | 'hidden' };

/** x of n in favour. */
function favour(x: number, n: number, { audience = 'all', shown = 'exact' }: Given = {}) {
  const counts = { 1: n - x, 2: 0, 3: 0, 4: 0, 5: x };
  const result = { n, counts, mean: 3, sd: 1 };
  return row('clarity', result, { audience, shown });
}

function row(question: string, figures: object, { audience = 'all', shown = 'exact' }: Given = {}) {
  const place = { cycle: 'one', question, capability: 'data', audience };
  const entry = { ...place, observedAt: '2026-09-01T00:00:00.000Z', invited: 30, ...figures };
  return { question, capability: 'data', audience, shown: shown ?? 'exact', result: JSON.stringify(entry) };
}

const cycle = (rows: ReleasedCycle['rows'], given: Partial<ReleasedCycle> = {}): ReleasedCycle => ({
  ...{ questions: [clarity, usability], teams: [team('checkout'), team('ledger')], rows },
  ...given,
});
const changeOf = (now: ReleasedCycle, before: ReleasedCycle, audience = 'all') =>
  compareCycles(now, before).get(`clarity data ${audience}`);

describe('the change since the cycle before', () => {
  // Newcombe at 90 % around 0.25; p is Fisher's 0.135, and of a single comparison it stays as it is
  test('of a share has Newcombe’s interval and is not called clear where chance would do', () => {
    const change = changeOf(cycle([favour(18, 24)]), cycle([favour(12, 24)]));
    expect(change).toMatchObject({ estimate: 0.25, clear: false });
    expect(change?.p).toBeCloseTo(0.135, 3);
    expect(change?.adjusted).toBe(change?.p);
    expect(change?.low).toBeGreaterThan(0);
  });

  test('of points is Welch’s', () => {
    const points = (mean: number) => row('usability', { n: 24, counts: null, mean, sd: 10 });
    const found = compareCycles(cycle([points(75)]), cycle([points(60)])).get('usability data all');
    // error √(100/24 + 100/24) = 2.886751, t = 15/2.886751 = 5.196152 with 46 degrees
    expect(found).toMatchObject({ estimate: 15, clear: true });
    expect(found?.p).toBeLessThan(0.00001);
  });

  test('is corrected for everything that is compared', () => {
    const rows = (x: number) => [favour(x, 24), favour(12, 24, { audience: 'team:checkout' })];
    const found = compareCycles(cycle(rows(20)), cycle(rows(12)));
    const [one, other] = [found.get('clarity data all'), found.get('clarity data team:checkout')];
    expect(one?.adjusted).toBeCloseTo(2 * (one?.p ?? 0), 6);
    expect(other).toMatchObject({ estimate: 0, p: 1, adjusted: 1, clear: false });
  });

  const before = cycle([favour(12, 24)]);
  test.each([
    ['hidden now', cycle([favour(18, 24, { shown: 'hidden' })]), before],
    ['blurred now', cycle([favour(18, 24, { shown: 'banded' })]), before],
    ['blurred before', cycle([favour(18, 24)]), cycle([favour(12, 24, { shown: 'banded' })])],
    ['not asked before', cycle([favour(18, 24)]), cycle([])],
    ['asked in other words', cycle([favour(18, 24)], { questions: [{ ...clarity, text: 'Other words.' }] }), before],
    ['asked of other teams', cycle([favour(18, 24)], { teams: [team('checkout')] }), before],
  ])('is not told of what was %s', (_what, now, then) => {
    expect(changeOf(now, then)).toBeUndefined();
  });

  test('of a team needs the same teams below it, and not the same numbers', () => {
    const of = (...teams: ReleasedCycle['teams']) => cycle([favour(18, 24, { audience: 'team:unit' })], { teams });
    const unit = team('unit', null, 0);
    const same = of(unit, team('checkout', 'id-unit', 40), team('ledger', null, 9));
    const then = of(unit, team('checkout', 'id-unit', 30), team('apart', null, 9));
    expect(changeOf(same, then, 'team:unit')).toBeDefined();
    const more = of(unit, team('checkout', 'id-unit'), team('ledger', 'id-unit'));
    expect(changeOf(more, then, 'team:unit')).toBeUndefined();
  });
});

onBothDatabases('results of a second cycle', (makeDb) => {
  const TEAMS = { checkout: { invited: 12 } };
  const place = { platform: 'payments' };
  const answers = (favourable: number) =>
    Array.from({ length: 12 }, (_, i) => ({ clarity: i < favourable ? 4 + (i % 2) : 1 + (i % 2) }));

  test('tell what changed since the first, which tells of none', async () => {
    const ctx = await surveyContext(await makeDb(), TEAMS);
    const first = await openSurvey(ctx, TEAMS);
    await respondAll(ctx, first.tokens.checkout, answers(4));
    ctx.setNow('2026-11-30T12:00:00.000Z');
    await closeCycle(ctx, { ...place, cycle: first.cycle });
    ctx.setNow('2026-12-01T12:00:00.000Z');
    // asks about something else: nothing of it can be compared
    const between = await openSurvey(ctx, TEAMS, ['observability']);
    await closeCycle(ctx, { ...place, cycle: between.cycle });
    const second = await openSurvey(ctx, TEAMS);
    await respondAll(ctx, second.tokens.checkout, answers(10));
    await closeCycle(ctx, { ...place, cycle: second.cycle });
    const one = await readResults(ctx, { ...place, cycle: first.cycle });
    expect(one.earlier).toBeNull();
    expect(one.questions.flatMap(({ slices }) => slices.map(({ change }) => change)).every((it) => it === null)).toBe(
      true,
    );
    const two = await readResults(ctx, { ...place, cycle: second.cycle });
    expect(two.earlier).toEqual({ id: first.cycle, title: 'Spring survey', closedAt: '2026-11-30T12:00:00.000Z' });
    const everybody = two.questions.find(({ key }) => key === 'clarity-of-errors')?.slices[0];
    expect(everybody?.audience).toBe('all');
    expect(everybody?.change).toMatchObject({ estimate: 0.5 });
  });
});
