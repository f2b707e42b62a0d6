import type { Kysely } from 'kysely';
import { listBands } from '#db/queries/participation.ts';
import type { Database } from '#db/schema.ts';
import type { Band } from './anonymity/participation.ts';
import type { Cycle } from './cycle.ts';

export type Participation = {
  /** null: not open, or not counted yet */
  countedOn: string | null;
  /** everybody's; null: too few are invited to say anything, or not counted yet */
  band: Band;
  bandOf: (teamId: string) => Band;
};

/** Participation of open cycles as it was counted last; of any other there is none to tell. */
export async function readBands(
  db: Kysely<Database>,
  cycles: Pick<Cycle, 'id' | 'state'>[],
): Promise<(cycleId: string) => Participation> {
  const open = cycles.filter(({ state }) => state === 'open').map(({ id }) => id);
  const rows = Map.groupBy(await listBands(db, open), ({ cycleId }) => cycleId);
  return (cycleId) => {
    const own = rows.get(cycleId) ?? [];
    const bandOf = (teamId: string): Band => {
      const row = own.find((row) => row.teamId === teamId);
      if (row === undefined || row.fromShare === null || row.toShare === null) return null;
      return { from: row.fromShare, to: row.toShare };
    };
    return { countedOn: own[0]?.countedOn ?? null, band: bandOf(''), bandOf };
  };
}
