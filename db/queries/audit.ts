import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';

export type AuditFilter = {
  /** null: entries of the whole deployment and of every platform */
  platformId: string | null;
  action: string | null;
  actorId: string | null;
  /** RFC 3339, inclusive */
  from: string | null;
  /** RFC 3339, exclusive */
  until: string | null;
  /** entries before this one: [at, id] */
  before: [string, string] | null;
  limit: number;
};

/** Newest first. */
export function listAuditEntries(db: Kysely<Database>, filter: AuditFilter) {
  let query = db
    .selectFrom('auditEntry')
    .leftJoin('platform', 'platform.id', 'auditEntry.platformId')
    .selectAll('auditEntry')
    .select('platform.key as platform');
  if (filter.platformId !== null) query = query.where('platformId', '=', filter.platformId);
  if (filter.action !== null) query = query.where('action', 'like', `${filter.action}%`);
  if (filter.actorId !== null) query = query.where('actorId', '=', filter.actorId);
  if (filter.from !== null) query = query.where('at', '>=', filter.from);
  if (filter.until !== null) query = query.where('at', '<', filter.until);
  if (filter.before !== null) {
    const [at, id] = filter.before;
    query = query.where((eb) => eb.or([eb('at', '<', at), eb.and([eb('at', '=', at), eb('auditEntry.id', '<', id)])]));
  }
  return query.orderBy('at', 'desc').orderBy('auditEntry.id', 'desc').limit(filter.limit).execute();
}
