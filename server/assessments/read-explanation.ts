import { z } from 'zod';
import type { Explanation } from '#rubrics/scoring/explanation.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { requireRole } from '../people/permissions.ts';
import { explainCurrent } from './explain-current.ts';

export const readExplanationInput = z.strictObject({
  platform: z.string(),
  capability: z.string(),
  aspect: z.string(),
});

/** The trace of one cell behind the current scorecard. */
export async function readExplanation(ctx: Context, input: z.infer<typeof readExplanationInput>): Promise<Explanation> {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'viewer', 'read');
  const { capability, aspect } = input;
  const explanation = await explainCurrent(ctx, { platformId: platform.id, capability, aspect });
  if (explanation === null) {
    throw new AppError('NOT_FOUND', `There is no cell ${capability}/${aspect} in the scorecard.`);
  }
  return explanation;
}
