import { z } from 'zod';
import { findCurrentScorecard } from '#db/queries/scorecards.ts';
import { scorecardSchema } from '#rubrics/scoring/scorecard.ts';
import { instantField } from '../catalogue/fields.ts';
import { findPlatform, type Platform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { requireRole } from '../people/permissions.ts';
import { type Scored, scorePlatform } from './score-platform.ts';

export const readScorecardInput = z.strictObject({ platform: z.string(), asOf: instantField.optional() });

/** The current scorecard, as stored; or, with `asOf`, the one that the evidence known at that time gives. */
export async function readScorecard(
  ctx: Context,
  input: z.infer<typeof readScorecardInput>,
): Promise<z.infer<typeof scorecardSchema>> {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'viewer', 'read');
  if (input.asOf !== undefined) {
    return scorecardSchema.parse((await scoreAsOf(ctx, platform, input.asOf)).scorecard);
  }
  const row = await findCurrentScorecard(ctx.db, platform.id);
  if (row?.scorecard) return scorecardSchema.parse(JSON.parse(row.scorecard));
  const why = row?.error ? ` The newest attempt failed: ${row.error}` : '';
  throw new AppError('UNAVAILABLE', `This platform has not been scored yet.${why}`);
}

/** Scores a platform at a past instant; an instant to come has no evidence yet. */
export async function scoreAsOf(ctx: Context, platform: Platform, asOf: string): Promise<Scored> {
  const instant = new Date(asOf);
  if (instant > ctx.now()) throw new AppError('BAD_REQUEST', 'asOf lies in the future.');
  return scorePlatform(ctx.db, platform, instant);
}
