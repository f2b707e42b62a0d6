import { z } from 'zod';
import { findCurrentScorecard } from '#db/queries/scorecards.ts';
import { scorecardSchema } from '#rubrics/scoring/scorecard.ts';
import { instantField } from '../catalogue/fields.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { requireRole } from '../people/permissions.ts';
import { scoreAsOf } from './score-as-of.ts';

export const readScorecardInput = z.strictObject({ platform: z.string(), asOf: instantField.optional() });

/** The current scorecard, as stored; or, with `asOf`, the one that the evidence known at that time gives. */
export async function readScorecard(
  ctx: Context,
  input: z.infer<typeof readScorecardInput>,
): Promise<z.infer<typeof scorecardSchema>> {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'viewer', 'read');
  if (input.asOf !== undefined) {
    const { scorecard } = await scoreAsOf(ctx, platform, input.asOf);
    return scorecardSchema.parse(JSON.parse(scorecard.text));
  }
  const row = await findCurrentScorecard(ctx.db, platform.id);
  if (row?.scorecard) return scorecardSchema.parse(JSON.parse(row.scorecard));
  const why = row?.error ? ` The newest attempt failed: ${row.error}` : '';
  throw new AppError('UNAVAILABLE', `This platform has not been scored yet.${why}`);
}
