import { describe, expect, test } from 'vitest';
import type { Bundle } from '#rubrics/evidence/bundle.ts';
import { loadBundle } from '#rubrics/evidence/load-bundle.ts';
import type { Criterion } from '#rubrics/pack.ts';
import { score } from '#rubrics/scoring/score.ts';
import { buildAttestation, buildBundle, daysBefore } from '#tests/support/build-bundle.ts';
import { buildCriterion, buildRubric } from '#tests/support/build-rubric.ts';

/** `+` met, `-` not met, `?` unknown, `x` exempt and itself not met; one letter a criterion. */
type Marks = { anchor?: string; l2?: string; l3?: string; l4?: string; limiter?: string };

const LETTERS = 'abcdefgh';
const RISK = 'LIM-1.a';

function scoreMarks({ anchor = '', l2 = '', l3 = '', l4 = '', limiter = '' }: Marks) {
  const criteria: Criterion[] = [];
  const attestations: Bundle['attestations'] = [];
  const exemptions: Bundle['exemptions'] = [];
  const add = (id: string, mark: string, changes: Partial<Criterion>) => {
    criteria.push(buildCriterion(id, changes));
    if (mark !== '?') attestations.push(buildAttestation(id, { answer: mark === '+' ? 'yes' : 'no' }));
    if (mark === 'x')
      exemptions.push({
        criterion: id,
        capability: 'builds',
        approvedAt: daysBefore(5),
        expiresAt: daysBefore(-5),
        selfApproved: false,
      });
  };
  for (const [level, marks] of [l2, l3, l4].entries()) {
    for (const [i, mark] of [...marks].entries()) add(`USE-${level + 2}.${LETTERS[i]}`, mark, {});
  }
  for (const [i, mark] of [...anchor].entries()) add(`ANC-1.${LETTERS[i]}`, mark, { role: 'anchor' });
  if (limiter) add(RISK, limiter, { role: 'limiter', caps_at: 1 });
  const card = score(buildRubric(criteria), loadBundle(buildBundle({ attestations, exemptions })));
  const cell = card.cells[0];
  if (!cell) throw new Error('There is no cell.');
  return cell;
}

describe('the vectors of scoring.md §8', () => {
  test('a cell climbs as far as its required criteria are met', () => {
    const cell = scoreMarks({ l2: '+++', l3: '++--', l4: '+---' });
    expect(cell).toMatchObject({
      state: 'scored',
      level: 2,
      next: 3,
      progress: 0.5,
      low: 2,
      high: 2,
      position: 2.495,
      ahead: 1,
    });
  });

  test('a symptom holds the cell down', () => {
    const cell = scoreMarks({ l2: '+++', l3: '++--', l4: '+---', limiter: '+' });
    expect(cell).toMatchObject({ level: 1, raw: 2, progress: 1, low: 1, high: 1, heldBy: [RISK], unchecked: [] });
  });

  test('an unchecked symptom only widens the range', () => {
    const cell = scoreMarks({ l2: '+++', l3: '++--', l4: '+---', limiter: '?' });
    expect(cell).toMatchObject({ level: 2, progress: 0.5, low: 1, high: 2, heldBy: [], unchecked: [RISK] });
  });

  test('what is met above the next level is ahead and lifts nothing', () => {
    const cell = scoreMarks({ l2: '++-', l3: '++++', l4: '----' });
    expect(cell).toMatchObject({ level: 1, next: 2, progress: 0.666667, low: 1, high: 1, ahead: 4 });
  });

  test('an unknown blocks the level and opens the range', () => {
    const cell = scoreMarks({ l2: '++?', l3: '++++', l4: '----' });
    expect(cell).toMatchObject({ level: 1, progress: 0.666667, low: 1, high: 3, coverage: 0.666667 });
  });

  test('an exemption counts as met, and the level without it is kept', () => {
    const cell = scoreMarks({ l2: '++x', l3: '++++', l4: '----' });
    expect(cell).toMatchObject({ level: 3, progress: 0, low: 3, high: 3, levelWithoutExemptions: 1 });
    expect(cell.criteria.find((one) => one.state === 'exempt')).toMatchObject({ id: 'USE-2.c', own: 'not_met' });
  });

  test('an exemption counts as met on the way to the next level, too', () => {
    const cell = scoreMarks({ l2: '+++', l3: 'x-' });
    expect(cell).toMatchObject({ level: 2, progress: 0.5, coverage: 1, levelWithoutExemptions: 2 });
  });

  test('at the top there is no progress', () => {
    const cell = scoreMarks({ l2: '+++', l3: '++++', l4: '++++' });
    expect(cell).toMatchObject({ level: 4, next: null, progress: null, low: 4, high: 4, position: 4, coverage: 1 });
  });

  test('an empty level does not block', () => {
    expect(scoreMarks({ l3: '++', l4: '-' })).toMatchObject({ level: 3, next: 4, progress: 0, low: 3, high: 3 });
    expect(scoreMarks({ l3: '+-', l4: '-' })).toMatchObject({ level: 1, next: 3, progress: 0.5, low: 1, high: 1 });
  });

  test('a cell without required criteria does not apply', () => {
    const cell = scoreMarks({ anchor: '+' });
    expect(cell).toMatchObject({ state: 'not_applicable', level: null, progress: null, low: null, high: null });
  });

  test('an unknown anchor leaves the lower end open', () => {
    const cell = scoreMarks({ anchor: '?', l2: '+++', l3: '----', l4: '----' });
    expect(cell).toMatchObject({ state: 'scored', level: 1, progress: 1, low: null, high: 2 });
  });

  test('a failed anchor means that nothing is offered', () => {
    const cell = scoreMarks({ anchor: '+-', l2: '+++', l3: '++++', l4: '++++' });
    expect(cell).toMatchObject({
      state: 'not_offered',
      level: null,
      low: null,
      high: null,
      progress: null,
      coverage: null,
      position: null,
    });
  });
});
