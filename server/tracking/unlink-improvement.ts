import type { z } from 'zod';
import { deleteLink, findLink } from '#db/queries/tracker-links.ts';
import { notYours, requireImprovement } from '../backlog/require-improvement.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { recordAudit } from '../people/record-audit.ts';
import { SCOPE } from './kept-tracker.ts';
import { readLinkInput } from './read-link.ts';

export const unlinkImprovementInput = readLinkInput;

/** Parts an improvement and its issue. Both stay as they are, and go their own ways. */
export async function unlinkImprovement(ctx: Context, input: z.infer<typeof unlinkImprovementInput>) {
  const { platform, improvement, rights, subject } = await requireImprovement(ctx, input, ['owner', SCOPE]);
  if (!rights.plan(subject.capabilities)) throw notYours();
  const { id } = improvement;
  await ctx.db.transaction().execute(async (trx) => {
    const link = await findLink(trx, id);
    if (link === undefined) throw new AppError('CONFLICT', 'This improvement is linked to no issue.');
    await deleteLink(trx, id);
    const detail = { issue: link.name };
    await recordAudit(trx, ctx, { action: 'improvement.unlink', platformId: platform.id, subject: id, detail });
  });
  return { id };
}
