import { z } from 'zod';
import { savePreference as saveRow } from '#db/queries/notices.ts';
import type { Context } from '../context.ts';
import { requirePerson } from '../people/permissions.ts';
import { recordAudit } from '../people/record-audit.ts';
import { isNoticeKey } from './kinds/registry.ts';

export const savePreferenceInput = z.strictObject({
  kind: z.string().refine(isNoticeKey, 'There is no such kind of notice.'),
  wanted: z.boolean(),
});

/** Switches one kind of notice on or off, for oneself. */
export async function savePreference(ctx: Context, { kind, wanted }: z.output<typeof savePreferenceInput>) {
  const me = requirePerson(ctx);
  await ctx.db.transaction().execute(async (trx) => {
    await saveRow(trx, { userId: me.id, kind, wanted: wanted ? 1 : 0 });
    const detail = { kind, wanted };
    await recordAudit(trx, ctx, { action: 'notice.choose', platformId: null, subject: me.id, detail });
  });
  return {};
}
