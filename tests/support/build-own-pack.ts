import type { PackText } from '#rubrics/parse-pack.ts';

const ASPECTS = ['delivery', 'care', 'people', 'safety', 'money', 'learning'] as const;
const PREFIXES = ['DEL', 'CAR', 'PEO', 'SAF', 'MON', 'LEA'] as const;
const NAMES = ['Begun', 'Steady', 'Shared', 'Measured', 'Leading'] as const;

/** How far a model of one's own differs from the shipped ones. */
export type OwnShape = { levels: number; aspects: number };

/**
 * The files of a small gated pack of one's own: so many levels and aspects, in each aspect one criterion a level. It takes over
 * an answer to SAMM's SB-1.a and a metric that the CNCF pack tests as well.
 */
export function ownPack({ levels, aspects }: OwnShape): PackText[] {
  const all = Array.from({ length: levels }, (_, i) => i + 1);
  const keys = ASPECTS.slice(0, aspects);
  return [
    { file: 'pack.yaml', text: packFile(all, keys) },
    { file: 'metrics.yaml', text: METRICS },
    { file: 'questions.yaml', text: QUESTIONS },
    ...keys.map((aspect, i) => ({ file: `criteria/${aspect}.yaml`, text: criteriaOf(aspect, PREFIXES[i] ?? '', all) })),
  ];
}

function packFile(levels: readonly number[], aspects: readonly string[]): string {
  const cells = levels.map((level) => `      "${level}": { name: ${NAMES[level - 1]}, summary: As far as ${level}. }`);
  return [
    'id: own-model',
    'version: 1.0.0',
    'name: A model of our own',
    'model: { name: Our way, version: "1", url: https://example.org/way }',
    'license: CC-BY-4.0',
    'attribution: By the people of this organization, for themselves.',
    'floor: 1',
    'levels:',
    ...levels.map(
      (n) => `  - { level: ${n}, key: level-${n}, name: ${NAMES[n - 1]}, summary: It is ${NAMES[n - 1]}. }`,
    ),
    'aspects:',
    ...aspects.flatMap((key) => [
      `  - key: ${key}`,
      `    name: Our ${key}`,
      `    question: How far are we with ${key}?`,
      '    cells:',
      ...cells,
    ]),
    'capabilities:',
    '  - { key: data, name: Data, description: Databases and queues., consumption: requested, mandatory: false }',
    'targets:',
    `  default: ${levels.length}`,
    '',
  ].join('\n');
}

/** A symptom at level 1, then a metric, a shared answer, a survey and plain answers, level by level. */
function criteriaOf(aspect: string, prefix: string, levels: readonly number[]): string {
  const tests = [
    '{ metric: self-service-rate, statistic: latest, is: ">= 80%" }',
    '{ attestation: half, answers: ["no", some, half, most], shares: [SB-1.a] }',
    '{ survey: clear, statistic: favourable, is: ">= 60%" }',
    '{ attestation: "yes", valid: 365d }',
  ];
  const symptom = criterion(`${prefix}-1.a`, aspect, 1, {
    ...{ role: 'limiter', more: ['  caps_at: 1'], title: `It is down for days, says ${aspect}` },
    test: '{ metric: days-down, statistic: latest, is: ">= 2" }',
  });
  const required = levels.slice(1).map((level, i) =>
    criterion(`${prefix}-${level}.a`, aspect, level, {
      ...{ role: 'required', more: [`  effort: ${level}`], title: `We have come to ${level} in ${aspect}` },
      test: tests[i % tests.length] ?? '',
    }),
  );
  return [symptom, ...required].join('');
}

type Told = { role: string; title: string; test: string; more: readonly string[] };

const criterion = (id: string, aspect: string, level: number, { role, title, test, more }: Told) =>
  [
    `- id: ${id}`,
    `  aspect: ${aspect}`,
    `  level: ${level}`,
    '  scope: capability',
    `  role: ${role}`,
    ...more,
    `  title: ${title}`,
    '  why: It matters to the people who work here.',
    '  how: Do a little of it each week, and look back.',
    `  test: ${test}`,
    '',
  ].join('\n');

const METRICS = `- key: self-service-rate
  number: M-05
  name: Self-service rate
  description: Requests that nobody had to touch ÷ all requests.
  dimension: ratio
  kind: level
  scope: capability
- key: days-down
  number: M-77
  name: Days down
  description: Days in the last quarter on which it could not be used.
  dimension: count
  kind: level
  scope: capability
`;

const QUESTIONS = `- { key: clear, kind: agreement, text: Errors are clear., scope: capability }
`;
