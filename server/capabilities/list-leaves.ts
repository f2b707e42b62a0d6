import type { AttestationTrace, MetricTrace, SurveyTrace, Trace } from '#rubrics/scoring/explanation.ts';

export type Leaf = MetricTrace | SurveyTrace | AttestationTrace;

/** The leaves of a test, in the order in which it names them. */
export function listLeaves(test: Trace | null): Leaf[] {
  if (test === null) return [];
  return 'children' in test ? test.children.flatMap(listLeaves) : [test];
}

export const isMetric = (leaf: Leaf): leaf is MetricTrace => leaf.kind === 'metric';
export const isAttestation = (leaf: Leaf): leaf is AttestationTrace => leaf.kind === 'attestation';
