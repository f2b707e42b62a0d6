import type { AppliesTo, Criterion, MetricDefinition } from './pack.ts';
import type { Comparison, Dimension, Statistic } from './parse-threshold.ts';
import type { SurveyStatistic } from './question-types/question-type.ts';
import type { Role } from './scoring/states.ts';

/** A metric leaf with its defaults: times in seconds, thresholds in base units. */
export type MetricTest = Comparison & {
  kind: 'metric';
  metric: string;
  statistic: Statistic;
  /** of a percentile, else 0 */
  percent: number;
  unit: Dimension;
  windowSeconds: number;
  maxAgeSeconds: number;
  minSamples: number;
  where: Readonly<Record<string, readonly string[]>> | null;
  label: string | null;
  denominator: string | null;
  combine: NonNullable<MetricDefinition['combine']>;
  /** reads the series of the platform as a whole */
  ofPlatform: boolean;
  denominatorOfPlatform: boolean;
};

/** A survey leaf with its defaults. */
export type SurveyTest = Comparison & {
  kind: 'survey';
  question: string;
  statistic: SurveyStatistic;
  unit: Dimension;
  /** keys of `counts` that count; null: the mean is tested */
  answers: readonly string[] | null;
  audience: string;
  /** 0…1 */
  confidence: number;
  floor: number;
  maxAgeSeconds: number;
  ofPlatform: boolean;
};

/** An attestation leaf with its defaults. */
export type AttestationTest = {
  kind: 'attestation';
  /** from least to most */
  answers: readonly string[];
  /** what each of them counts; null: they have no numbers */
  values: readonly number[] | null;
  required: string;
  /** its place among the answers */
  requiredRank: number;
  link: boolean;
  validSeconds: number;
  /** ids of the criteria whose answers serve it too */
  shares: readonly string[];
};

export type LeafTest = MetricTest | SurveyTest | AttestationTest;
export type CombinationTest = {
  kind: 'all' | 'any' | 'at_least' | 'not';
  count: number;
  children: readonly CompiledTest[];
};
export type CompiledTest = { appliesTo: AppliesTo | null; test: LeafTest | CombinationTest };

/** A criterion ready for scoring. */
export type CompiledCriterion = {
  source: Criterion;
  aspect: number;
  role: Role;
  ofPlatform: boolean;
  /** 0: not a limiter */
  capsAt: number;
  /** what it counts when it is met, in a pack that adds up answers */
  fullValue: number;
  /** the first instant of `effective_from` in epoch milliseconds, or −∞ */
  effectiveFromMs: number;
  appliesTo: AppliesTo | null;
  test: CompiledTest;
};

/** What is wrong with a part of a pack; `path` leads to the value inside the part. */
export type PackProblem = {
  part: 'pack' | 'metric' | 'question' | 'criterion';
  id: string;
  path: readonly PropertyKey[];
  message: string;
};
