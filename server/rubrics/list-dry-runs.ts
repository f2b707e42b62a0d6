import { z } from 'zod';
import { listAssessments } from '#db/queries/assessments.ts';
import { listPlatforms } from '#db/queries/catalogue.ts';
import { isPublic, mayReview } from '../assessments/may-review.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { isAllowed } from './is-allowed.ts';
import { nameRubric, rubricField } from './name-rubric.ts';

export const listDryRunsInput = z.strictObject({ platform: z.string(), rubric: rubricField });

export const dryRunsSchema = z.strictObject({
  runs: z.array(
    z.strictObject({
      /** the platform's key and name */
      of: z.string(),
      name: z.string(),
      /** a frozen quarter; null: the evidence of today */
      assessment: z.string().nullable(),
      period: z.string().nullable(),
      state: z.enum(['in_review', 'published', 'superseded']).nullable(),
    }),
  ),
});

/** What a rubric can be tried on: this platform and every other one of its pack that one may see, today and each frozen quarter. */
export async function listDryRuns(
  ctx: Context,
  input: z.infer<typeof listDryRunsInput>,
): Promise<z.infer<typeof dryRunsSchema>> {
  const here = await findPlatform(ctx, input.platform);
  const { packIds } = await nameRubric(ctx, input);
  const platforms = (await listPlatforms(ctx.db)).filter(
    ({ id, packId }) => id === here.id || (packIds.includes(packId) && isAllowed(ctx, id, 'viewer', 'read')),
  );
  const inOrder = platforms.toSorted((a, b) => Number(b.id === here.id) - Number(a.id === here.id));
  const runs = [];
  for (const { id, key: of, name } of inOrder) {
    runs.push({ of, name, assessment: null, period: null, state: null });
    const quarters = (await listAssessments(ctx.db, id)).filter((row) => isPublic(row) || mayReview(ctx, id));
    runs.push(...quarters.map((row) => ({ of, name, assessment: row.id, period: row.period, state: row.state })));
  }
  return { runs };
}
