import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';

/** Every job, in the order in which it was queued. */
export const listJobs = (db: Kysely<Database>) => db.selectFrom('job').selectAll().orderBy('id').execute();
