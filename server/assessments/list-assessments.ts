import type { Kysely } from 'kysely';
import { z } from 'zod';
import { type Assessment, listAssessments as listRows } from '#db/queries/assessments.ts';
import { findDocuments } from '#db/queries/documents.ts';
import type { Database } from '#db/schema.ts';
import { percentToTargetSchema } from '#rubrics/scoring/scorecard.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { requireRole } from '../people/permissions.ts';
import { assessmentSummarySchema, summarise } from './assessment-summary.ts';
import { isPublic, mayReview } from './may-review.ts';

export const listAssessmentsInput = z.strictObject({ platform: z.string() });
export const listedAssessmentSchema = assessmentSummarySchema.extend({ percentToTarget: percentToTargetSchema });
export type ListedAssessment = z.infer<typeof listedAssessmentSchema>;

/** All that a list needs of a scorecard. */
const headSchema = z.object({ percentToTarget: percentToTargetSchema });

/** The quarters of a platform, newest first. */
export async function listAssessments(
  ctx: Context,
  input: z.infer<typeof listAssessmentsInput>,
): Promise<{ assessments: ListedAssessment[]; mayReview: boolean }> {
  const platform = await findPlatform(ctx, input.platform);
  const reviewer = mayReview(ctx, platform.id);
  if (!reviewer) requireRole(ctx, platform.id, 'viewer', 'read');
  const rows = await listRows(ctx.db, platform.id);
  const visible = rows.filter((row) => reviewer || isPublic(row));
  return { assessments: await withPercent(ctx.db, visible), mayReview: reviewer };
}

async function withPercent(db: Kysely<Database>, rows: Assessment[]): Promise<ListedAssessment[]> {
  const hashes = [...new Set(rows.map(({ scorecardSha256 }) => scorecardSha256))];
  const scorecards = await findDocuments(db, hashes);
  return rows.map((row) => {
    const { percentToTarget } = headSchema.parse(JSON.parse(scorecards.get(row.scorecardSha256) ?? 'null'));
    return { ...summarise(row), percentToTarget };
  });
}
