import { z } from 'zod';
import { bundleSchema } from '#rubrics/evidence/bundle.ts';
import { canonicalJson, sha256Hex } from '#rubrics/evidence/canonical.ts';
import { loadBundle } from '#rubrics/evidence/load-bundle.ts';
import { packSchema } from '#rubrics/pack.ts';
import { compileRubric } from '#rubrics/rubric.ts';
import { score } from '#rubrics/scoring/score.ts';
import { SCORING_VERSION, scorecardSchema } from '#rubrics/scoring/scorecard.ts';
import { backlogSnapshotSchema } from '../backlog/backlog-snapshot.ts';
import { assessmentSummarySchema } from './assessment-summary.ts';

/** A frozen assessment as its JSON export: everything that is needed to compute it anew. */
export const assessmentDocumentSchema = z.strictObject({
  schema: z.literal('plumbline/assessment/1'),
  platform: z.strictObject({ key: z.string(), name: z.string() }),
  assessment: assessmentSummarySchema,
  rubric: packSchema,
  bundle: bundleSchema,
  scorecard: scorecardSchema,
  /** null or absent: frozen before backlogs were kept */
  backlog: backlogSnapshotSchema.nullable().default(null),
});
export type AssessmentDocument = z.infer<typeof assessmentDocumentSchema>;

/** One thing that the file says of itself, and what it comes to when it is computed anew. */
export type Check = { name: string; stated: string; computed: string; same: boolean };

/**
 * Computes an assessment anew from its own rubric and evidence. Pure and offline. `expected` is the hash that a report was
 * handed out with: without it a file that was changed throughout, hashes included, is only shown to agree with itself.
 */
export function verifyAssessment(document: AssessmentDocument, expected: string | null): Check[] {
  const { assessment, scorecard, backlog } = document;
  const rubric = compileRubric(document.rubric);
  const loaded = loadBundle(document.bundle);
  const computed = sha256Hex(canonicalJson(score(rubric, loaded)));
  const check = (name: string, stated: string, found: string) => ({
    name,
    stated,
    computed: found,
    same: stated === found,
  });
  return [
    check('rubric', assessment.rubric.sha256, rubric.sha256),
    check('bundle', assessment.bundleSha256, loaded.sha256),
    check('scorecard in the file', assessment.scorecardSha256, sha256Hex(canonicalJson(scorecard))),
    check('scorecard computed anew', assessment.scorecardSha256, computed),
    ...(assessment.backlogSha256 === null && backlog === null
      ? []
      : [check('backlog', assessment.backlogSha256 ?? 'none', sha256Hex(canonicalJson(backlog)))]),
    check('rubric version', `${assessment.rubric.id} ${assessment.rubric.version}`, `${rubric.id} ${rubric.version}`),
    check('scoring version', String(assessment.scoring), String(SCORING_VERSION)),
    check('time', assessment.asOf, loaded.bundle.asOf),
    check('platform', document.platform.key, loaded.bundle.platform),
    ...(expected === null ? [] : [check('hash you were given', expected.toLowerCase(), computed)]),
  ];
}
