import type { Criterion, MetricDefinition, Pack, Question, Test } from '#rubrics/pack.ts';
import { compileRubric, type Rubric } from '#rubrics/rubric.ts';

const metric = (key: string, changes: Partial<MetricDefinition>): MetricDefinition => ({
  key,
  number: 'M-01',
  name: key,
  description: 'A metric of the tests, described at some length.',
  dimension: 'count',
  kind: 'level',
  scope: 'capability',
  ...changes,
});

const question = (key: string, changes: Partial<Question>): Question => ({
  key,
  kind: 'agreement',
  text: key,
  scope: 'capability',
  ...changes,
});

/** Four levels, one aspect `use`, and a metric or question of every kind. */
export function buildPack(criteria: Criterion[], changes: Partial<Pack> = {}): Pack {
  return {
    pack: {
      id: 'test-pack',
      version: '1.0.0',
      name: 'Test pack',
      model: { name: 'Test model', version: '1', url: 'https://example.org/model' },
      license: 'Apache-2.0',
      attribution: 'Written for the tests of this project.',
      floor: 1,
      levels: [1, 2, 3, 4].map((level) => ({
        level,
        key: `level-${level}`,
        name: `Level ${level}`,
        summary: 'A level.',
      })),
      aspects: [{ key: 'use', name: 'Use', question: 'Who uses it?', cells: {} }],
      capabilities: [],
      targets: { default: 3, mandatory: { use: 2 } },
    },
    metrics: [
      metric('uses', {}),
      metric('share-done', { dimension: 'ratio' }),
      metric('wait', { dimension: 'duration', kind: 'distribution' }),
      metric('failed', { kind: 'increment' }),
      metric('runs', { kind: 'increment', labels: ['channel'], combine: 'sum' }),
      metric('state', { labels: ['channel'] }),
      metric('breadth', { scope: 'platform' }),
    ],
    questions: [
      question('clear', {}),
      question('usability', { kind: 'umux-lite' }),
      question('reason', {
        kind: 'single-choice',
        options: [
          { key: 'value', text: 'Value' },
          { key: 'must', text: 'Must' },
        ],
      }),
      question('direction', { scope: 'platform' }),
    ],
    criteria,
    ...changes,
  };
}

export function buildCriterion(id: string, changes: Partial<Criterion> = {}): Criterion {
  return {
    id,
    aspect: 'use',
    level: Number(id.at(-3)),
    scope: 'capability',
    role: 'required',
    title: 'Something is the case',
    why: 'It matters for the tests of the engine.',
    how: 'Do what the tests of the engine ask for.',
    test: { attestation: 'yes' },
    ...changes,
  };
}

export const buildRubric = (criteria: Criterion[], changes: Partial<Pack> = {}): Rubric =>
  compileRubric(buildPack(criteria, changes));

/** A rubric with one required criterion, `USE-2.a`, that makes this test. */
export const rubricThatTests = (test: Test, changes: Partial<Criterion> = {}): Rubric =>
  buildRubric([buildCriterion('USE-2.a', { test, ...changes })]);
