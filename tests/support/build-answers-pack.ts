import type { Bundle } from '#rubrics/evidence/bundle.ts';
import type { Criterion, Pack, PackFile } from '#rubrics/pack.ts';
import { compileRubric, type Rubric } from '#rubrics/rubric.ts';
import { buildBundle } from './build-bundle.ts';
import { buildCriterion, buildPack } from './build-rubric.ts';

/** What the answers of the sets below count. */
export const COUNTS = { no: 0, some: 0.25, half: 0.5, most: 1 } as const;
export type Answer = keyof typeof COUNTS;

/** A question of a part (`a`, `b`) and level (1, 2, 3) of the aspect `use`: `USE-2.b`. */
export const question = (id: string, changes: Partial<Criterion> = {}): Criterion =>
  buildCriterion(id, {
    part: id.slice(-1),
    test: { attestation: 'most', answer_set: 'extent' },
    ...changes,
  });

export const QUESTIONS = ['USE-1.a', 'USE-2.a', 'USE-3.a', 'USE-1.b', 'USE-2.b', 'USE-3.b'] as const;

/** One aspect of two parts with three questions each: a part is the sum of its answers, the aspect the mean of its parts. */
export function buildAnswersPack(changes: Partial<PackFile> = {}, criteria?: Criterion[]): Pack {
  const base = buildPack(criteria ?? QUESTIONS.map((id) => question(id)));
  return {
    ...base,
    pack: {
      ...base.pack,
      floor: 0,
      levels: base.pack.levels.slice(0, 3),
      roll_up: { criterion: 'answer', part: 'sum', aspect: 'mean', group: 'mean' },
      groups: [{ key: 'all', name: 'All' }],
      answer_sets: [
        {
          key: 'extent',
          answers: Object.entries(COUNTS).map(([key, value]) => ({ key, name: `Answer ${key}`, value })),
        },
      ],
      aspects: [
        {
          key: 'use',
          name: 'Use',
          question: 'Who uses it?',
          group: 'all',
          parts: [
            { key: 'a', name: 'First' },
            { key: 'b', name: 'Second' },
          ],
          cells: {},
        },
      ],
      targets: { default: 2 },
      ...changes,
    },
  };
}

export const answersRubric = (changes: Partial<PackFile> = {}, criteria?: Criterion[]): Rubric =>
  compileRubric(buildAnswersPack(changes, criteria));

const AT = '2026-06-01T00:00:00Z';

/** A bundle in which these questions are answered, by id; the others are not. */
export function answered(answers: Readonly<Record<string, string>>, changes: Partial<Bundle> = {}): Bundle {
  return buildBundle({
    attestations: Object.entries(answers).map(([criterion, answer]) => ({
      ...{ criterion, capability: 'builds', answer, link: null, answeredAt: AT, reviewedAt: AT, selfApproved: false },
    })),
    ...changes,
  });
}

/** Targets of single questions of the capability `builds`, by id. */
export function aimedAt(targets: Readonly<Record<string, number>>): Pick<Bundle, 'settings'> {
  const { settings } = buildBundle({});
  const itemTargets = Object.entries(targets).map(([criterion, value]) => ({ capability: 'builds', criterion, value }));
  return { settings: { ...settings, itemTargets } };
}
