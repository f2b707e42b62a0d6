import { z } from 'zod';
import { findCurrentScorecard } from '#db/queries/scorecards.ts';
import { scorecardSchema } from '#rubrics/scoring/scorecard.ts';
import { instantField } from '../catalogue/fields.ts';
import { findPlatform, type Platform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { keepByStamp } from '../overview/keep-by-stamp.ts';
import { requireRole } from '../people/permissions.ts';
import { scoreAsOf } from './score-as-of.ts';
import { readStored } from './stored-scorecard.ts';

export const readScorecardInput = z.strictObject({ platform: z.string(), asOf: instantField.optional() });

/** The hashes of the newest bundles of many platforms, where they are not in their rows. */
const keepHash = keepByStamp<string>(5_000);

/** The current scorecard, as stored; or, with `asOf`, the one that the evidence known at that time gives. */
export async function readScorecard(
  ctx: Context,
  input: z.infer<typeof readScorecardInput>,
): Promise<z.infer<typeof scorecardSchema>> {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'viewer', 'read');
  if (input.asOf !== undefined) return scoreAt(ctx, platform, input.asOf);
  const row = await findCurrentScorecard(ctx.db, platform.id);
  if (!row?.scorecard) {
    const why = row?.error ? ` The newest attempt failed: ${row.error}` : '';
    throw new AppError('UNAVAILABLE', `This platform has not been scored yet.${why}`);
  }
  const { scorecard, asOf, revision } = row;
  // of many that were scored together the bundle is put together for whom asks first
  const hash = async () => (await scoreAsOf(ctx, platform, asOf)).bundle.sha256;
  const bundleSha256 = row.bundleSha256 ?? (await keepHash(platform.id, `${asOf} ${revision}`, hash));
  return scorecardSchema.parse({ ...(await readStored(ctx.db, { scorecard, asOf })), bundleSha256 });
}

async function scoreAt(ctx: Context, platform: Platform, asOf: string): Promise<z.infer<typeof scorecardSchema>> {
  const { scorecard } = await scoreAsOf(ctx, platform, asOf);
  return scorecardSchema.parse(JSON.parse(scorecard.text));
}
