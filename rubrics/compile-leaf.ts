import { answersOf } from './answers-of.ts';
import type { AttestationTest, MetricTest, SurveyTest } from './compiled.ts';
import type { AttestationLeaf, MetricDefinition, MetricLeaf, Question, SurveyLeaf } from './pack.ts';
import type { AnswerSet } from './pack-roll-up.ts';
import { parseDuration, parseWindow } from './parse-duration.ts';
import { type Dimension, dimensionOf, parseQuantity, parseThreshold } from './parse-threshold.ts';
import type { Parsed } from './parsed.ts';
import { questionTypes } from './question-types/registry.ts';
import { round6 } from './round6.ts';

export type LeafContext = {
  metrics: ReadonlyMap<string, MetricDefinition>;
  questions: ReadonlyMap<string, Question>;
  answerSets: readonly AnswerSet[];
  platformScope: boolean;
  path: readonly PropertyKey[];
  refuse: (path: readonly PropertyKey[], message: string) => void;
};

const PERCENTS: Record<string, number> = { p50: 50, p90: 90, p95: 95, p99: 99 };
const NOTHING: readonly string[] = Object.freeze([]);
const DEFAULTS = { window: '90d', metricMaxAge: '90d', surveyMaxAge: '200d', valid: '365d', confidence: 0.9 };

/** Takes a parsed value, or tells what is wrong and goes on with a stand-in: a refused pack is never scored. */
function take(context: LeafContext, field: string, value: Parsed<number>): number {
  if (value.ok) return value.value;
  context.refuse([...context.path, field], value.message);
  return Number.NaN;
}

function takeThreshold(context: LeafContext, text: string, unit: Dimension) {
  const comparison = parseThreshold(text, unit);
  if (comparison.ok) return comparison.value;
  context.refuse([...context.path, 'is'], comparison.message);
  return { op: '=', threshold: Number.NaN } as const;
}

/** A metric leaf (docs/scoring.md §3.1). */
export function compileMetric(leaf: MetricLeaf, context: LeafContext): MetricTest | null {
  const definition = context.metrics.get(leaf.metric);
  const denominator = leaf.denominator === undefined ? null : context.metrics.get(leaf.denominator);
  if (!definition) context.refuse([...context.path, 'metric'], `the metric "${leaf.metric}" is not in metrics.yaml`);
  if (denominator === undefined)
    context.refuse([...context.path, 'denominator'], `the metric "${leaf.denominator}" is not in metrics.yaml`);
  if (!definition || denominator === undefined) return null;
  checkStatistic(leaf, definition, context);
  const unit = dimensionOf(leaf.statistic, definition.dimension);
  return {
    kind: 'metric',
    metric: leaf.metric,
    statistic: leaf.statistic,
    percent: PERCENTS[leaf.statistic] ?? 0,
    unit,
    ...takeThreshold(context, leaf.is, unit),
    windowSeconds: take(context, 'window', parseWindow(leaf.window ?? DEFAULTS.window)),
    maxAgeSeconds: take(context, 'max_age', parseDuration(leaf.max_age ?? DEFAULTS.metricMaxAge)),
    minSamples: leaf.min_samples ?? 1,
    where: leaf.where ?? null,
    label: leaf.statistic === 'distinct' ? (leaf.label ?? null) : null,
    denominator: leaf.statistic === 'share' ? (leaf.denominator ?? null) : null,
    combine: definition.combine ?? 'newest',
    ofPlatform: context.platformScope || definition.scope === 'platform',
    denominatorOfPlatform: context.platformScope || denominator?.scope === 'platform',
  };
}

function checkStatistic(leaf: MetricLeaf, definition: MetricDefinition, context: LeafContext): void {
  const { statistic } = leaf;
  const refuse = (field: string, message: string) => context.refuse([...context.path, field], message);
  const apart = new Set(definition.labels ?? []);
  if (statistic in PERCENTS && definition.kind !== 'distribution')
    refuse(
      'statistic',
      `${statistic} needs a metric of kind "distribution"; "${leaf.metric}" is of kind "${definition.kind}"`,
    );
  if ((statistic === 'distinct') !== (leaf.label !== undefined))
    refuse('statistic', '"distinct" names the label whose values it counts, and no other statistic does');
  if ((statistic === 'share') !== (leaf.denominator !== undefined))
    refuse('statistic', '"share" names a denominator, and no other statistic does');
  for (const label of [...Object.keys(leaf.where ?? {}), ...(leaf.label === undefined ? [] : [leaf.label])]) {
    if (!apart.has(label))
      refuse(
        label === leaf.label ? 'label' : 'where',
        `"${leaf.metric}" does not keep the label "${label}" apart: add it to its labels in metrics.yaml`,
      );
  }
}

/** A survey leaf: the floor is ten points below the threshold (above it for ≤) unless the leaf says otherwise. */
export function compileSurvey(leaf: SurveyLeaf, context: LeafContext): SurveyTest | null {
  const question = context.questions.get(leaf.survey);
  const type = question && questionTypes[question.kind];
  const unit = type?.statistics[leaf.statistic];
  const refuse = (field: string, message: string) => context.refuse([...context.path, field], message);
  if (!question) refuse('survey', `the question "${leaf.survey}" is not in questions.yaml`);
  else if (!type) refuse('survey', `the question "${leaf.survey}" is of an unknown kind "${question.kind}"`);
  else if (!unit)
    refuse(
      'statistic',
      `a question of kind "${question.kind}" has no "${leaf.statistic}": it has ${Object.keys(type.statistics).join(', ') || 'none'}`,
    );
  if (!question || !type || !unit) return null;
  const options = new Set(question.options?.map((option) => option.key) ?? ['1', '2', '3', '4', '5']);
  const strange = (leaf.answers ?? []).find((answer) => !options.has(answer));
  if ((leaf.statistic === 'share') !== (leaf.answers !== undefined))
    refuse('answers', '"share" names the answers that count, and no other statistic does');
  if (strange !== undefined) refuse('answers', `"${strange}" is no answer to "${leaf.survey}"`);
  const { op, threshold } = takeThreshold(context, leaf.is, unit);
  if (op === '=') refuse('is', 'a survey estimate is never exactly equal: write >= or <=');
  const points = unit === 'ratio' ? 0.1 : ((type.scale?.max ?? 100) - (type.scale?.min ?? 0)) / 10;
  const floor = op === '>=' || op === '>' ? threshold - points : threshold + points;
  return {
    kind: 'survey',
    question: leaf.survey,
    statistic: leaf.statistic,
    unit,
    op,
    threshold,
    answers: leaf.statistic === 'favourable' ? type.favourable : (leaf.answers ?? null),
    audience: leaf.audience ?? 'all',
    confidence: leaf.confidence === undefined ? DEFAULTS.confidence : takeConfidence(leaf.confidence, context),
    floor: leaf.floor === undefined ? round6(floor) : take(context, 'floor', parseQuantity(leaf.floor, unit)),
    maxAgeSeconds: take(context, 'max_age', parseDuration(leaf.max_age ?? DEFAULTS.surveyMaxAge)),
    ofPlatform: context.platformScope || question.scope === 'platform',
  };
}

function takeConfidence(text: string, context: LeafContext): number {
  const confidence = take(context, 'confidence', parseQuantity(text, 'ratio'));
  if (confidence < 0.5 || confidence >= 1)
    context.refuse([...context.path, 'confidence'], `"${text}" is outside 50%…99.9%`);
  return confidence;
}

/** An attestation leaf: `no`, `yes` unless it names its answers. */
export function compileAttestation(leaf: AttestationLeaf, context: LeafContext): AttestationTest {
  const offered = answersOf(leaf, context.answerSets);
  if (offered === null) {
    context.refuse([...context.path, 'answer_set'], `the answers "${leaf.answer_set}" are not among answer_sets`);
  }
  if (leaf.answers && leaf.answer_set)
    context.refuse([...context.path, 'answers'], 'a test names its answers or a set of them, not both');
  const answers = offered?.map(({ key }) => key) ?? [];
  if (answers.indexOf(leaf.attestation) < 1) {
    context.refuse(
      [...context.path, 'attestation'],
      `"${leaf.attestation}" must be one of ${answers.slice(1).join(', ')}`,
    );
  }
  return {
    kind: 'attestation',
    answers,
    values: leaf.answer_set === undefined ? null : (offered?.map(({ value }) => value) ?? []),
    required: leaf.attestation,
    requiredRank: answers.indexOf(leaf.attestation),
    link: leaf.link ?? false,
    shares: leaf.shares ?? NOTHING,
    validSeconds: take(context, 'valid', parseDuration(leaf.valid ?? DEFAULTS.valid)),
  };
}
