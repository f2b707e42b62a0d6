import { z } from 'zod';
import type { Assessment } from '#db/queries/assessments.ts';
import { parseAsks } from '../reports/report-words.ts';

/** An assessment in a list and in the API: everything but the documents themselves. */
export const assessmentSummarySchema = z.strictObject({
  id: z.string(),
  period: z.string(),
  state: z.enum(['in_review', 'published', 'superseded']),
  asOf: z.iso.datetime(),
  rubric: z.strictObject({ id: z.string(), version: z.string(), sha256: z.string() }),
  scoring: z.int(),
  bundleSha256: z.string(),
  /** names the whole assessment: the scorecard names its rubric and its bundle */
  scorecardSha256: z.string(),
  /** the backlog at that time; null: frozen before backlogs were kept */
  backlogSha256: z.string().nullable().default(null),
  /** the published assessment it is compared with */
  previousId: z.string().nullable(),
  note: z.string().nullable(),
  /** what is asked of the reader */
  asks: z.array(z.string()).default([]),
  /** why a published quarter was frozen anew; null: it was not */
  correction: z.string().nullable().default(null),
  frozenBy: z.string(),
  frozenAt: z.iso.datetime(),
  publishedBy: z.string().nullable(),
  publishedAt: z.iso.datetime().nullable(),
});
export type AssessmentSummary = z.infer<typeof assessmentSummarySchema>;

export function summarise(row: Assessment): AssessmentSummary {
  const { platformId, platformName, rubricId, rubricVersion, rubricSha256, asks, ...rest } = row;
  return {
    ...rest,
    asks: parseAsks(asks),
    rubric: { id: rubricId, version: rubricVersion, sha256: rubricSha256 },
  };
}
