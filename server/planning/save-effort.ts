import { z } from 'zod';
import { findCapability } from '#db/queries/catalogue.ts';
import { deleteEffortEstimate, findEffortEstimate, saveEffortEstimate } from '#db/queries/efforts.ts';
import { checkPlaces } from '../backlog/check-places.ts';
import { placeField } from '../backlog/improvement-fields.ts';
import { keyField } from '../catalogue/fields.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { requireOwnership, requireRole } from '../people/permissions.ts';
import { recordAudit } from '../people/record-audit.ts';

const MOST_DAYS = 10_000;
/** Person-days to the hundredth: what a plan adds up stays exact. */
export const daysField = z
  .number('Write a number of person-days.')
  .min(0.01, 'Person-days are more than zero.')
  .max(MOST_DAYS, 'That is more than any team has. Write at most 10 000 person-days.')
  .refine((days) => Math.abs(Math.round(days * 100) - days * 100) < 1e-6, 'Write at most two decimals.')
  .describe('person-days');

export const saveEffortInput = placeField.extend({
  platform: keyField,
  days: daysField.nullable().describe('person-days; null: what the rubric says'),
});

/** The person-days that a criterion takes here. Editors say it for everything, owners for the capabilities of their teams. */
export async function saveEffort(ctx: Context, { platform: key, days, ...asked }: z.infer<typeof saveEffortInput>) {
  const platform = await findPlatform(ctx, key);
  requireRole(ctx, platform.id, 'owner', 'backlog:write');
  const [criterion] = await checkPlaces(ctx, platform, [asked]);
  const capability =
    asked.capability === null ? undefined : await findCapability(ctx.db, platform.id, asked.capability);
  requireOwnership(ctx, platform.id, capability?.ownerTeamId ?? null, 'backlog:write');
  const place = { platformId: platform.id, criterion: asked.criterion, capability: asked.capability ?? '' };
  await ctx.db.transaction().execute(async (trx) => {
    const before = (await findEffortEstimate(trx, place))?.days ?? null;
    if (before === days) return;
    if (days === null) await deleteEffortEstimate(trx, place);
    else await saveEffortEstimate(trx, { ...place, days });
    const subject = `${asked.criterion}/${asked.capability ?? 'platform'}`;
    await recordAudit(trx, ctx, { action: 'effort.set', platformId: platform.id, subject, detail: { before, days } });
  });
  return { ...asked, days: days ?? criterion?.effort ?? null, isOwn: days !== null };
}
