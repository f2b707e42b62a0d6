import { z } from 'zod';
import { findVisibleAssessment } from '../assessments/find-visible-assessment.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { requireRole } from '../people/permissions.ts';
import { type DryRun, dryRunTask } from './dry-run.ts';
import { nameRubric, rubricField } from './name-rubric.ts';

export const tryRubricInput = z.strictObject({
  platform: z.string(),
  rubric: rubricField,
  /** another platform whose evidence is taken; absent: this one's */
  of: z.string().optional(),
  /** a frozen quarter of that platform, by its id; absent: its evidence of today */
  assessment: z.string().optional(),
});

/** A dry run: what a draft or a version would make of today's evidence or of a frozen quarter. It writes nothing. */
export async function tryRubric(ctx: Context, input: z.infer<typeof tryRubricInput>): Promise<DryRun> {
  const { rubric } = await nameRubric(ctx, input);
  const platform = await findPlatform(ctx, input.of ?? input.platform);
  requireRole(ctx, platform.id, 'viewer', 'read');
  const { assessment } = input;
  if (assessment !== undefined) await findVisibleAssessment(ctx, { platform: platform.key, id: assessment });
  return ctx.runTask(dryRunTask, { rubric, platformId: platform.id, assessmentId: assessment ?? null });
}
