import type { Bundle } from '#rubrics/evidence/bundle.ts';
import { loadBundle } from '#rubrics/evidence/load-bundle.ts';
import type { Rubric } from '#rubrics/rubric.ts';
import { explain } from '#rubrics/scoring/explain.ts';
import { score } from '#rubrics/scoring/score.ts';
import { buildBundle } from './build-bundle.ts';

/** The first cell of a scorecard on this evidence. */
export function scoreCellOn(rubric: Rubric, evidence: Partial<Bundle>) {
  const cell = score(rubric, loadBundle(buildBundle(evidence))).cells[0];
  if (!cell) throw new Error('The bundle has no capability.');
  return cell;
}

/** The state of the only criterion, with its reason: `met`, `unknown: stale`. */
export function stateOn(rubric: Rubric, evidence: Partial<Bundle>): string {
  const result = scoreCellOn(rubric, evidence).criteria[0];
  if (!result) throw new Error('The rubric has no criterion.');
  return result.reason ? `${result.state}: ${result.reason}` : result.state;
}

/** The trace of the only criterion's test. */
export function traceOn(rubric: Rubric, evidence: Partial<Bundle>) {
  const trace = explain(rubric, loadBundle(buildBundle(evidence)), { capability: 'builds', aspect: 'use' }).criteria[0]
    ?.test;
  if (!trace) throw new Error('Nothing was tested.');
  return trace;
}
