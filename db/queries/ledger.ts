import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';

export type MoveToEnd = Awaited<ReturnType<typeof listMovesToEnd>>[number];

/** Every time up to an instant that an improvement of a platform was called done or settled by an evaluation, the oldest first. */
export function listMovesToEnd(db: Kysely<Database>, platformId: string, at: string) {
  return db
    .selectFrom('improvementMove')
    .innerJoin('improvement', 'improvement.id', 'improvementMove.improvementId')
    .select(['improvement.id', 'improvement.title', 'improvement.predicted', 'improvement.measured'])
    .select(['improvement.effortDays', 'improvement.actualDays', 'improvementMove.version'])
    .select(['improvementMove.state', 'improvementMove.at'])
    .where('improvement.platformId', '=', platformId)
    .where('improvementMove.state', 'in', ['done', 'verified', 'not_confirmed'])
    .where('improvementMove.at', '<=', at)
    .orderBy('improvementMove.at')
    .orderBy('improvementMove.version')
    .orderBy('improvement.id')
    .execute();
}
