import type { Bundle } from '#rubrics/evidence/bundle.ts';
import type { MetricDefinition, Question } from '#rubrics/pack.ts';
import type { Rubric } from '#rubrics/rubric.ts';

const AS_OF = Date.parse('2026-06-30T12:00:00.000Z');
const DAY_MS = 86_400_000;
const isoBefore = (days: number) => new Date(AS_OF - days * DAY_MS).toISOString();

/** Seeded numbers in 0…1 (mulberry32), so that every run scores the same bundles. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Every other bundle is of a platform that does well, so that all levels occur. */
function makeValue(metric: MetricDefinition, random: () => number, well: boolean): number {
  const share = well ? (metric.lowerIsBetter ? 0.05 : 0.9) * random() ** (metric.lowerIsBetter ? 1 : 0.1) : random();
  if (metric.dimension === 'ratio') return Math.round(share * 100) / 100;
  if (metric.dimension === 'duration') return Math.round(share * 400_000);
  return Math.round(share * (metric.dimension === 'points' ? 100 : 12));
}

function makeDays(
  metric: MetricDefinition,
  { random, samples, well }: { random: () => number; samples: number; well: boolean },
): Bundle['metrics'][number]['days'] {
  const age = random() < 0.1 ? 100 : 1;
  return Array.from({ length: samples }, (_, i) => {
    const value = makeValue(metric, random, well);
    const lastAt = isoBefore(age + Math.floor((85 / samples) * (samples - 1 - i)));
    const values: [number, number][] = [[value, 1]];
    return {
      day: lastAt.slice(0, 10),
      last: value,
      lastAt,
      sum: value,
      count: 1,
      min: value,
      max: value,
      ...(metric.kind === 'distribution' ? { values } : {}),
    };
  });
}

function makeSurvey(
  { key: question, kind }: Question,
  capability: string | null,
  random: () => number,
): Bundle['surveys'][number] {
  const n = 5 + Math.floor(random() * 40);
  const good = Math.floor(random() * (n + 1));
  const shared = {
    cycle: 'c1',
    question,
    capability,
    audience: 'all',
    observedAt: isoBefore(20),
    invited: n + Math.floor(random() * 30),
    n,
  };
  if (kind === 'umux-lite') return { ...shared, counts: null, mean: Math.round(random() * 100), sd: 12 };
  return { ...shared, counts: { 1: n - good, 4: good, required: n - good, 'saves-time': good }, mean: null, sd: null };
}

/** One bundle with evidence for about nine of ten things that the rubric asks for. */
export function makeBundle(rubric: Rubric, seed: number, samples: number): Bundle {
  const random = seeded(seed);
  const capabilities = rubric.pack.pack.capabilities.map(({ key, name, consumption, mandatory }) => ({
    key,
    name,
    state: 'offered' as const,
    consumption,
    mandatory,
    weight: 1,
    owner: 'platform',
  }));
  const everywhere = [...capabilities.map((one) => one.key), null];
  const well = seed % 2 === 0;
  const some = () => random() < (well ? 0.99 : 0.9);
  return {
    schema: 'plumbline/bundle/1',
    platform: `p${seed}`,
    asOf: new Date(AS_OF).toISOString(),
    settings: { capabilities, targets: [], minimumGroup: 5 },
    exemptions: [],
    notApplicable: [],
    selfAssessment: [],
    sourceErrors: [],
    metrics: rubric.pack.metrics.flatMap((metric) =>
      everywhere.filter(some).map((capability) => ({
        metric: metric.key,
        capability,
        labels: Object.fromEntries((metric.labels ?? []).map((label) => [label, 'api'])),
        days: makeDays(metric, { random, samples, well }),
        source: 'push',
      })),
    ),
    surveys: rubric.pack.questions
      .filter((question) => question.kind !== 'comment')
      .flatMap((question) => everywhere.filter(some).map((capability) => makeSurvey(question, capability, random))),
    attestations: rubric.pack.criteria.flatMap((criterion) =>
      everywhere.filter(some).map((capability) => ({
        criterion: criterion.id,
        capability,
        answer: random() < (well ? 0.97 : 0.7) ? 'yes' : 'no',
        link: 'https://wiki.example/page',
        answeredAt: isoBefore(30),
        reviewedAt: random() < 0.9 ? isoBefore(29) : null,
        selfApproved: false,
      })),
    ),
  };
}
