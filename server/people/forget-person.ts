import type { Kysely } from 'kysely';
import { z } from 'zod';
import {
  deletePersonal,
  hasAccount,
  labelPerson,
  listEntriesAbout,
  listTrackersNaming,
  revokeTokensOf,
  saveEntryDetail,
  saveTrackerSettings,
} from '#db/queries/forget.ts';
import { findUser } from '#db/queries/people.ts';
import type { Database } from '#db/schema.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { idField } from './fields.ts';
import { requireAdmin } from './permissions.ts';
import { recordAudit } from './record-audit.ts';

export const forgetPersonInput = z.strictObject({ user: idField });

const FORMER = 'Former member';

/**
 * Deletes what is known of somebody who was deactivated: account, roles, sessions and tokens; name and e-mail everywhere they
 * are kept, the audit log included. What they did stays, under a label. It cannot be undone; backups keep what they hold.
 */
export async function forgetPerson(ctx: Context, input: z.infer<typeof forgetPersonInput>) {
  requireAdmin(ctx, 'admin');
  const person = await findUser(ctx.db, input.user);
  if (person === undefined) throw new AppError('NOT_FOUND', 'There is no such person.');
  if (person.deactivatedAt === null) throw new AppError('CONFLICT', `Deactivate ${person.name} first.`);
  if (!(await hasAccount(ctx.db, person.id))) throw new AppError('CONFLICT', 'This person has been forgotten already.');
  const at = ctx.now().toISOString();
  const label = { name: FORMER, email: `${person.id}@forgotten.invalid`, at };
  await ctx.db.transaction().execute(async (trx) => {
    await deletePersonal(trx, person);
    await revokeTokensOf(trx, person.id, at);
    await labelEntries(trx, person, label);
    await labelTrackers(trx, person, label);
    await labelPerson(trx, person, label);
    await recordAudit(trx, ctx, { action: 'user.forget', platformId: null, subject: person.id });
  });
  return {};
}

type Named = { name: string; email: string };

/** The details of the audit log with the label in place of name and address. */
async function labelEntries(trx: Kysely<Database>, person: Named & { id: string }, label: Named): Promise<void> {
  for (const { id, detail } of await listEntriesAbout(trx, person)) {
    const labelled = JSON.stringify(JSON.parse(detail, (_key, value: unknown) => labelOf(value, person, label)));
    if (labelled !== detail) await saveEntryDetail(trx, id, labelled);
  }
}

/** An issue tracker that signs in with their address is not theirs to use any more. */
async function labelTrackers(trx: Kysely<Database>, { email }: Named, label: Named): Promise<void> {
  for (const { id, settings } of await listTrackersNaming(trx, { email })) {
    const isTheirs = (value: unknown) => typeof value === 'string' && value.trim().toLowerCase() === email;
    const labelled = JSON.parse(settings, (_key, value: unknown) => (isTheirs(value) ? label.email : value));
    await saveTrackerSettings(trx, id, JSON.stringify(labelled));
  }
}

function labelOf(value: unknown, person: Named, label: Named): unknown {
  if (value === person.name) return label.name;
  return value === person.email ? label.email : value;
}
