import type { MetricDefinition } from '#rubrics/pack.ts';
import { newestRubric } from '../catalogue/insert-platform.ts';
import { recordSamples } from '../evidence/record-samples.ts';
import type { Sample } from '../evidence/sample.ts';
import { between } from './noise.ts';
import type { Course, DemoPlatform } from './organisation.ts';
import type { World } from './world.ts';

const DAY_S = 86_400;
/** Since then nobody has sent values of what went quiet. */
const QUIET_DAYS = 180;
/** Since then a symptom shows. */
const SYMPTOM_DAYS = 110;
/** Metrics whose values somebody uploads, or that a source collects. */
const ELSEWHERE = new Set(['cost-visibility', 'platform-downtime', 'default-coverage']);

type Place = { metric: MetricDefinition; capability: string | null; strength: number };

/** A value that a capability of this strength (0…1) might show, in the metric's base unit. */
export function measured({ dimension, kind, lowerIsBetter }: MetricDefinition, strength: number): number {
  const s = Math.min(1, Math.max(0, strength));
  const gap = 0.6 * (1 - s) ** 1.6;
  if (dimension === 'ratio') return lowerIsBetter ? 0.7 * gap : 1 - gap;
  if (dimension === 'duration') return kind === 'increment' ? 120 : Math.round((1 - s) ** 2 * 6 * DAY_S) + 600;
  return dimension === 'count' ? Math.round(1 + 9 * s) : Math.round(40 + 55 * s);
}

/** How strong something is so many days before the end: on its way from where it began, quicker in the middle. */
export function strengthAt({ from, to }: Pick<Course, 'from' | 'to'>, sinceDays: number, daysAgo: number): number {
  const way = 1 - daysAgo / sinceDays;
  return from + (to - from) * (3 * way ** 2 - 2 * way ** 3);
}

function placesOf(platform: DemoPlatform, daysAgo: number): Place[] {
  const courses = Object.entries(platform.courses).filter(
    ([, { evidence, state }]) =>
      state === undefined && evidence !== 'silent' && !(evidence === 'quiet' && daysAgo < QUIET_DAYS),
  );
  const strengths = courses.map(([key, course]) => ({
    key,
    strength: strengthAt(course, platform.sinceDays, daysAgo),
  }));
  const overall = strengths.reduce((sum, { strength }) => sum + strength, 0) / Math.max(1, strengths.length);
  return newestRubric().pack.metrics.flatMap((metric): Place[] => {
    if (ELSEWHERE.has(metric.key)) return [];
    if (metric.scope === 'platform') return [{ metric, capability: null, strength: overall }];
    return strengths
      .filter(({ key }) => between(0, 1, platform.key, key, metric.key) < 0.93)
      .map(({ key, strength }) => ({ metric, capability: key, strength }));
  });
}

function symptomOf(
  { courses }: DemoPlatform,
  { metric, capability, daysAgo }: { metric: string; capability: string | null; daysAgo: number },
): number | null {
  const symptom = capability === null ? undefined : courses[capability]?.symptom;
  return symptom?.metric === metric && daysAgo < SYMPTOM_DAYS ? symptom.value : null;
}

/** What the platform's own jobs send on one day: every metric that somebody has wired up. */
export async function sendSamples(world: World, platform: DemoPlatform, daysAgo: number): Promise<void> {
  const at = world.instant(daysAgo);
  const samples = placesOf(platform, daysAgo).map(({ metric, capability, strength }): Sample => {
    const name = [platform.key, metric.key, capability ?? '', daysAgo] as const;
    const symptom = symptomOf(platform, { metric: metric.key, capability, daysAgo });
    const lean = between(-0.15, 0.15, platform.key, metric.key, capability ?? '');
    return {
      platform: platform.key,
      metric: metric.key,
      ...(capability === null ? {} : { capability }),
      ...(metric.labels?.includes('channel') ? { labels: { channel: 'portal' } } : {}),
      at,
      value: symptom ?? measured(metric, strength + lean + between(-0.04, 0.04, ...name)),
    };
  });
  const { rejected } = await recordSamples(world.operator, {
    samples: samples.map((value) => ({ value })),
    idempotency: null,
  });
  const [first] = rejected;
  if (first !== undefined) throw new Error(`The demo made a sample that is none: ${first.reason}`);
}
