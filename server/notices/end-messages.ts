import { z } from 'zod';
import { listPreferencesOf, savePreference } from '#db/queries/notices.ts';
import { findUser } from '#db/queries/people.ts';
import { deleteSurveyAddress, findSurveyAddress } from '#db/queries/survey-addresses.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { recordAudit } from '../people/record-audit.ts';
import { isNoticeKey, NOTICE_KINDS, type NoticeKey } from './kinds/registry.ts';
import { readUnsubscription, SURVEY } from './unsubscribe-token.ts';

export const endMessagesInput = z.strictObject({ token: z.string().max(300) });
type Input = z.output<typeof endMessagesInput>;

/**
 * What a link in a message can end, by the link alone; whether it has ended already. Nothing else is told: neither whose
 * link it is nor to which address it went.
 */
export async function readEnding(ctx: Context, { token }: Input) {
  const what = readUnsubscription(ctx.secret, token);
  if (what === null) return { state: 'unknown' } as const;
  if (what.kind === SURVEY) {
    const gone = (await findSurveyAddress(ctx.db, what.subject)) === undefined;
    return { state: gone ? 'ended' : 'open', kind: SURVEY } as const;
  }
  if (!isNoticeKey(what.kind) || (await findUser(ctx.db, what.subject)) === undefined) {
    return { state: 'unknown' } as const;
  }
  const wanted = await isWanted(ctx, what.subject, what.kind);
  return { state: wanted ? 'open' : 'ended', kind: what.kind } as const;
}

/** Ends messages of one kind to one person. Doing it again changes nothing. */
export async function endMessages(ctx: Context, { token }: Input) {
  const what = readUnsubscription(ctx.secret, token);
  if (what === null)
    throw new AppError('NOT_FOUND', 'This link leads nowhere. Take the whole address from the message.');
  if (what.kind === SURVEY) {
    // no audit entry: it would tell of one person
    await deleteSurveyAddress(ctx.db, what.subject);
    return { ended: true } as const;
  }
  const user = await findUser(ctx.db, what.subject);
  if (user === undefined || !isNoticeKey(what.kind))
    throw new AppError('NOT_FOUND', 'There are no such messages any more.');
  const { kind } = what;
  if (!(await isWanted(ctx, user.id, kind))) return { ended: true } as const;
  await ctx.db.transaction().execute(async (trx) => {
    await savePreference(trx, { userId: user.id, kind, wanted: 0 });
    const actor = { kind: 'person' as const, id: user.id, name: user.name, grants: [] };
    const change = { action: 'notice.unsubscribe', platformId: null, subject: user.id, detail: { kind } };
    await recordAudit(trx, { ...ctx, actor }, change);
  });
  return { ended: true } as const;
}

async function isWanted(ctx: Context, userId: string, kind: NoticeKey): Promise<boolean> {
  const chosen = (await listPreferencesOf(ctx.db, userId)).find((one) => one.kind === kind);
  return chosen === undefined ? NOTICE_KINDS[kind].byDefault : chosen.wanted === 1;
}
