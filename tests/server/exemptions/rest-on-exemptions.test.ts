import { describe, expect, test } from 'vitest';
import type { Bundle } from '#rubrics/evidence/bundle.ts';
import { loadBundle } from '#rubrics/evidence/load-bundle.ts';
import type { RollUp } from '#rubrics/pack-roll-up.ts';
import { score } from '#rubrics/scoring/score.ts';
import { listRestingCells, shareByLevel } from '#server/exemptions/rest-on-exemptions.ts';
import { weighExemptions } from '#server/exemptions/weigh-exemptions.ts';
import { answered, answersRubric, question } from '#tests/support/build-answers-pack.ts';
import { daysBefore } from '#tests/support/build-bundle.ts';

const capability = 'builds';
const until = (days: number) => daysBefore(-days);
const exempt = (criterion: string, expiresAt: string): Bundle['exemptions'][number] => ({
  ...{ criterion, capability, expiresAt, approvedAt: daysBefore(5), selfApproved: false },
});

/** Two questions, both exempt: the first is half true and its exemption ends in 10 days, the second untrue and ends in 20. */
function situation(roll_up: Exclude<RollUp, 'gated'>) {
  const questions = [question('USE-1.a'), question('USE-1.b')];
  const rubric = answersRubric({ roll_up, targets: { default: 1 } }, questions);
  const exemptions = [exempt('USE-1.a', until(10)), exempt('USE-1.b', until(20))];
  const { cells } = score(rubric, loadBundle(answered({ 'USE-1.a': 'half', 'USE-1.b': 'no' }, { exemptions })));
  return { rubric, cells, exemptions };
}
const SUM: Exclude<RollUp, 'gated'> = { criterion: 'answer', part: 'sum', aspect: 'mean' };
const LEAST: Exclude<RollUp, 'gated'> = { criterion: 'answer', part: 'sum', aspect: 'minimum' };

describe('where answers are added up, what rests on exemptions', () => {
  test('is what each answer counts more than its own', () => {
    const { rubric, cells, exemptions } = situation(SUM);
    // (1 + 1) / 2; without both (0.5 + 0) / 2. The first end takes half an answer
    expect(listRestingCells(cells, exemptions, rubric)).toEqual([
      {
        ...{ capability, aspect: 'use', level: 1, without: 0.25, fallsAt: until(10) },
        criteria: ['USE-1.a', 'USE-1.b'],
      },
    ]);
    const weighed = weighExemptions({ cells }, new Map(), rubric);
    const of = (criterion: string) => weighed.of({ kind: 'exemption', criterion, capability });
    // 2 to reach in all: 1 − 0/2 now, 1 − 0.5/2 without the first, 1 − 1/2 without the second, 1 − 1.5/2 without both
    expect(of('USE-1.a')).toEqual({ cells: 1, lifted: 1, percent: 0.25 });
    expect(of('USE-1.b')).toEqual({ cells: 1, lifted: 1, percent: 0.5 });
    expect(weighed.all).toBe(0.75);
  });

  test('counts for percent to target also where the least answer decides the level', () => {
    const { rubric, cells, exemptions } = situation(LEAST);
    const [resting] = listRestingCells(cells, exemptions, rubric);
    // the lesser of 1 and 1; of 0.5 and 1 after the first end
    expect(resting).toMatchObject({ level: 1, without: 0, fallsAt: until(10) });
  });

  test('names no answer that holds nothing, and no end before which the level stays', () => {
    const rubric = answersRubric({ roll_up: LEAST, targets: { default: 1 } }, [
      question('USE-1.a'),
      question('USE-1.b'),
    ]);
    // B is half true: the level is 0.5 whether A is exempt or, at the end, half true by itself
    const exemptions = [exempt('USE-1.a', until(10))];
    const given = answered({ 'USE-1.a': 'half', 'USE-1.b': 'half' }, { exemptions });
    const { cells } = score(rubric, loadBundle(given));
    expect(listRestingCells(cells, exemptions, rubric)).toEqual([]);
    const weighed = weighExemptions({ cells }, new Map(), rubric);
    // and yet half an answer of the way to target rests on it: 1 − 0.5/2 now, 1 − 1/2 without
    expect(weighed.of({ kind: 'exemption', criterion: 'USE-1.a', capability })).toEqual({
      ...{ cells: 1, lifted: 0, percent: 0.25 },
    });
    expect(weighed.all).toBe(0.25);
  });

  test('falls when the last of those ends that hold it up together', () => {
    // A is 2 by two exemptions, B is 1 by an answer: the lesser is 1 until both have ended
    const questions = [question('USE-1.a'), question('USE-2.a'), question('USE-1.b')];
    const rubric = answersRubric({ roll_up: LEAST, targets: { default: 1 } }, questions);
    const exemptions = [exempt('USE-1.a', until(10)), exempt('USE-2.a', until(20))];
    const given = answered({ 'USE-1.a': 'no', 'USE-2.a': 'no', 'USE-1.b': 'most' }, { exemptions });
    const { cells } = score(rubric, loadBundle(given));
    expect(listRestingCells(cells, exemptions, rubric)).toMatchObject([
      { level: 1, without: 0, criteria: ['USE-1.a', 'USE-2.a'], fallsAt: until(20) },
    ]);
  });

  test('is told of the level that a cell has got to', () => {
    const { cells } = situation(SUM);
    expect(shareByLevel(cells, [0, 1, 2, 3])).toEqual([
      { level: 0, cells: 0, resting: 0 },
      { level: 1, cells: 1, resting: 1 },
      { level: 2, cells: 0, resting: 0 },
      { level: 3, cells: 0, resting: 0 },
    ]);
    const part = cells.map((cell) => ({ ...cell, level: 1.75, levelWithoutExemptions: 1.5 }));
    expect(shareByLevel(part, [1])).toEqual([{ level: 1, cells: 1, resting: 1 }]);
  });
});
