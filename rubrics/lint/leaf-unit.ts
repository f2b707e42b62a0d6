import type { MetricDefinition, Question } from '../pack.ts';
import type { PackSource } from '../parse-pack.ts';
import { type Dimension, dimensionOf } from '../parse-threshold.ts';
import { questionTypes } from '../question-types/registry.ts';
import type { Leaf } from './check.ts';

/** What a leaf's threshold is measured in, and between which ends its value lies. */
export type Unit = { dimension: Dimension; least: number; most: number };
export type Definitions = { metrics: ReadonlyMap<string, MetricDefinition>; questions: ReadonlyMap<string, Question> };

/** The metrics and questions of a pack as read, by key. */
export function definitionsOf(source: PackSource): Definitions {
  return {
    metrics: new Map(source.metrics.map(({ value }) => [value.key, value])),
    questions: new Map(source.questions.map(({ value }) => [value.key, value])),
  };
}

/** The unit of a metric or survey leaf; null where it has none or its metric or question is unknown. */
export function unitOf(found: Leaf, { metrics, questions }: Definitions): Unit | null {
  if (found.kind === 'metric') {
    const definition = metrics.get(found.leaf.metric);
    if (!definition) return null;
    const dimension = dimensionOf(found.leaf.statistic, definition.dimension);
    const bounded = found.leaf.statistic !== 'sum' && found.leaf.statistic !== 'share';
    return { dimension, least: 0, most: bounded ? topOf(dimension) : Number.POSITIVE_INFINITY };
  }
  if (found.kind === 'attestation') return null;
  const type = questionTypes[questions.get(found.leaf.survey)?.kind ?? ''];
  const dimension = type?.statistics[found.leaf.statistic];
  if (!type || !dimension) return null;
  const scale = found.leaf.statistic === 'mean' ? type.scale : null;
  return { dimension, least: scale?.min ?? 0, most: scale?.max ?? topOf(dimension) };
}

function topOf(dimension: Dimension): number {
  if (dimension === 'ratio') return 1;
  return dimension === 'points' ? 100 : Number.POSITIVE_INFINITY;
}
