import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema.ts';

type Db = Kysely<Database>;
type Person = { id: string; name: string; email: string };
type Label = { name: string; email: string; at: string };

/** Whether somebody can sign in at all; nobody who was forgotten can. */
export async function hasAccount(db: Db, userId: string): Promise<boolean> {
  const row = await db.selectFrom('account').select('id').where('userId', '=', userId).limit(1).executeTakeFirst();
  return row !== undefined;
}

/** Everything that is only about the person, and nothing that they did. */
export async function deletePersonal(trx: Db, { id, email }: Person): Promise<void> {
  for (const table of ['account', 'session', 'passwordLink', 'roleGrant', 'noticePreference', 'notice'] as const) {
    await trx.deleteFrom(table).where('userId', '=', id).execute();
  }
  await trx.deleteFrom('surveyAddress').where('address', '=', email).execute();
  await trx.deleteFrom('delivery').where('userId', '=', id).execute();
  await trx.deleteFrom('verification').where('identifier', '=', email).execute();
}

/** Ends the tokens that somebody made. */
export async function revokeTokensOf(trx: Db, userId: string, at: string): Promise<void> {
  await trx
    .updateTable('apiToken')
    .set({ revokedAt: at })
    .where('createdBy', '=', userId)
    .where('revokedAt', 'is', null)
    .execute();
}

/** Puts the label where the name stood; the row stays, since what was done points to it. */
export async function labelPerson(trx: Db, person: Person, label: Label): Promise<void> {
  const { name, email, at } = label;
  await trx.updateTable('user').set({ name, email, image: null, updatedAt: at }).where('id', '=', person.id).execute();
  await trx.updateTable('auditEntry').set({ actorName: name }).where('actorId', '=', person.id).execute();
  await trx.updateTable('team').set({ contact: null }).where('contact', 'in', [person.name, person.email]).execute();
  await labelTexts(trx, person, name);
  await labelQuarters(trx, person, name);
}

/** By id; only what was written before ids were kept is found by the name alone. */
async function labelTexts(trx: Db, { id, name }: Person, label: string): Promise<void> {
  for (const table of ['reportDraft', 'rubricDraft'] as const) {
    await trx
      .updateTable(table)
      .set({ savedBy: label })
      .where((of) => of.or([of('savedById', '=', id), of.and([of('savedById', 'is', null), of('savedBy', '=', name)])]))
      .execute();
  }
  await trx
    .updateTable('rubricVersion')
    .set({ publishedBy: label })
    .where((of) =>
      of.or([of('publishedById', '=', id), of.and([of('publishedById', 'is', null), of('publishedBy', '=', name)])]),
    )
    .execute();
}

/** Quarters keep a name as it was; the audit log says which of them this person froze or published. */
async function labelQuarters(trx: Db, person: Person, name: string): Promise<void> {
  const done = (action: string) =>
    trx.selectFrom('auditEntry').select('subject').where('actorId', '=', person.id).where('action', '=', action);
  await trx
    .updateTable('assessment')
    .set({ frozenBy: name })
    .where('id', 'in', done('assessment.freeze').$castTo<{ subject: string }>())
    .execute();
  await trx
    .updateTable('assessment')
    .set({ publishedBy: name })
    .where('id', 'in', done('assessment.publish').$castTo<{ subject: string }>())
    .execute();
}

/** Audit entries by or about the person, or that may hold their address: "_" and "%" in it only find more than is wanted. */
export function listEntriesAbout(db: Db, { id, email }: Person) {
  return db
    .selectFrom('auditEntry')
    .select(['id', 'detail'])
    .where((of) => of.or([of('actorId', '=', id), of('subject', '=', id), of('detail', 'like', `%${email}%`)]))
    .execute();
}

export async function saveEntryDetail(trx: Db, id: string, detail: string): Promise<void> {
  await trx.updateTable('auditEntry').set({ detail }).where('id', '=', id).execute();
}

/** Issue trackers whose settings may hold the person's address, in whatever letters somebody typed it. */
export function listTrackersNaming(db: Db, { email }: Pick<Person, 'email'>) {
  return db
    .selectFrom('tracker')
    .select(['id', 'settings'])
    .where(sql<string>`lower(settings)`, 'like', `%${email}%`)
    .execute();
}

/** What its server is told is not theirs any more: it refuses, and somebody enters another account. */
export async function saveTrackerSettings(trx: Db, id: string, settings: string): Promise<void> {
  await trx.updateTable('tracker').set({ settings }).where('id', '=', id).execute();
}
