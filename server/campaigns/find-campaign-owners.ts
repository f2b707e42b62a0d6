import type { z } from 'zod';
import { findOwner } from '../backlog/find-owner.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import type { ownersField } from './campaign-fields.ts';

type Wanted = { owners: z.output<typeof ownersField>; capabilities: readonly (string | null)[] };

/** The named owners as rows; refuses one of a capability that the campaign is not about. */
export async function findCampaignOwners(ctx: Context, platformId: string, { owners, capabilities }: Wanted) {
  const rows = [];
  for (const { capability, owner } of owners) {
    if (!capabilities.includes(capability)) {
      throw new AppError('BAD_REQUEST', `This campaign is not about ${capability ?? 'the platform as a whole'}.`);
    }
    rows.push({ capability: capability ?? '', ...(await findOwner(ctx, platformId, owner)) });
  }
  return rows;
}
