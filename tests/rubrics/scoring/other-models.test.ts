import { expect, test } from 'vitest';
import { loadBundle } from '#rubrics/evidence/load-bundle.ts';
import { compileRubric } from '#rubrics/rubric.ts';
import { score } from '#rubrics/scoring/score.ts';
import { buildAnswersPack, question } from '#tests/support/build-answers-pack.ts';
import { buildAttestation, buildBundle } from '#tests/support/build-bundle.ts';
import { buildCriterion, buildRubric } from '#tests/support/build-rubric.ts';

const levelBy = (rubric: ReturnType<typeof compileRubric>, answers: Record<string, string>) => {
  const attestations = Object.entries(answers).map(([id, answer]) => buildAttestation(id, { answer }));
  return score(rubric, loadBundle(buildBundle({ attestations }))).cells[0]?.level;
};

/** Practices of a maturity indicator level, "largely implemented" at least; a scale from 0 is counted one higher. */
const practice = (id: string) => buildCriterion(id, { test: { attestation: 'li', answers: ['ni', 'pi', 'li', 'fi'] } });

test.each([
  // C2M2 2.1: MIL1 = FI, LI, LI, FI and MIL2 = FI, PI is MIL 1; MIL1 = FI, NI and MIL2 = FI, FI is MIL 0
  { mil1: ['fi', 'li', 'li', 'fi'], mil2: ['fi', 'pi'], mil: 1 },
  { mil1: ['fi', 'ni'], mil2: ['fi', 'fi'], mil: 0 },
])(
  'a maturity indicator level opens when all of it and below is largely implemented: MIL $mil',
  ({ mil1, mil2, mil }) => {
    const of = (level: number, given: string[]) =>
      Object.fromEntries(given.map((answer, i) => [`USE-${level}.${'abcd'[i]}`, answer]));
    const answers = { ...of(2, mil1), ...of(3, mil2) };
    const rubric = buildRubric(Object.keys(answers).map(practice));
    expect(levelBy(rubric, answers)).toBe(mil + 1);
  },
);

test('lenses with weights give their weighted mean', () => {
  // FinOps-like lenses, each 0 to 4: 2, 1, 0, 1, 0 with weights 30, 25, 20, 20, 5 are 0.6 + 0.25 + 0 + 0.2 + 0 = 1.05
  const weights = { knowledge: 30, process: 25, metrics: 20, adoption: 20, automation: 5 };
  const keys = Object.keys(weights);
  const pack = buildAnswersPack(
    {
      levels: [1, 2, 3, 4].map((level) => ({ level, key: `l-${level}`, name: `Level ${level}`, summary: 'A level.' })),
      roll_up: { criterion: 'answer', part: 'sum', aspect: 'mean' },
      answer_sets: [
        {
          key: 'extent',
          answers: ['none', 'little', 'some', 'much', 'all'].map((key, value) => ({ key, name: key, value })),
        },
      ],
      aspects: [
        {
          ...{ key: 'use', name: 'Use', question: 'Who uses it?', cells: {} },
          parts: Object.entries(weights).map(([key, weight]) => ({ key, name: key, weight })),
        },
      ],
    },
    keys.map((part, i) =>
      question(`USE-1.${'abcde'[i]}`, { part, test: { attestation: 'all', answer_set: 'extent' } }),
    ),
  );
  const given = ['some', 'little', 'none', 'little', 'none'];
  const answers = Object.fromEntries(given.map((answer, i) => [`USE-1.${'abcde'[i]}`, answer]));
  expect(levelBy(compileRubric(pack), answers)).toBe(1.05);
});
