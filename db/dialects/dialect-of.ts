import type { Kysely } from 'kysely';

export type DialectName = 'sqlite' | 'postgres';

/** Which database is behind a connection or transaction, for the few statements that must differ. */
export function dialectOf<Tables>(db: Kysely<Tables>): DialectName {
  // of Kysely's two dialects in use, only PostgreSQL's says that it can roll back a change of tables;
  // an instanceof would fail where a bundler made a second copy of Kysely
  return db.getExecutor().adapter.supportsTransactionalDdl ? 'postgres' : 'sqlite';
}
