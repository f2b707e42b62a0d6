import type { Kysely } from 'kysely';
import { findPlatformById } from '#db/queries/catalogue.ts';
import { listMovesToEnd, type MoveToEnd } from '#db/queries/ledger.ts';
import type { Database } from '#db/schema.ts';
import { periodOf } from '../assessments/period.ts';
import { AppError } from '../errors.ts';
import { measuredEffectSchema, predictedEffectSchema } from './backlog-snapshot.ts';
import { calibrate, LEAST_IMPROVEMENTS } from './calibrate.ts';
import type { Ledger } from './ledger-schema.ts';

type LedgerItem = Ledger['items'][number];

/** The ledger of a platform at an instant. Of an improvement that was settled several times the newest verdict counts. */
export async function readLedger(db: Kysely<Database>, platformId: string, at: string): Promise<Ledger> {
  const platform = await findPlatformById(db, platformId);
  if (platform === undefined) throw new AppError('NOT_FOUND', 'There is no such platform.');
  const moves = Map.groupBy(await listMovesToEnd(db, platformId, at), ({ id }) => id);
  const items = [...moves.values()].flatMap((own): LedgerItem[] => {
    const settled = settledOf(own, at);
    if (settled === null) return [];
    return [{ ...settled, period: periodOf(new Date(settled.settledAt), platform).label }];
  });
  const newest = items.toSorted(newestFirst);
  const quarters = [...Map.groupBy(newest, ({ period }) => period)];
  return {
    needed: LEAST_IMPROVEMENTS,
    items: newest,
    quarters: quarters.map(([period, own]) => ({ period, ...calibrate(own) })),
    all: calibrate(newest),
  };
}

/** What was settled by one evaluation has an order too: a ledger is frozen with its quarter. */
const newestFirst = (a: LedgerItem, b: LedgerItem): number => {
  if (a.settledAt !== b.settledAt) return a.settledAt < b.settledAt ? 1 : -1;
  return a.id < b.id ? -1 : 1;
};

/** The newest verdict of an improvement with when it had been called done; moves in order. */
function settledOf(moves: readonly MoveToEnd[], at: string): Omit<LedgerItem, 'period'> | null {
  const index = moves.findLastIndex(({ state }) => state !== 'done');
  const verdict = moves[index];
  if (verdict === undefined || (verdict.state !== 'verified' && verdict.state !== 'not_confirmed')) return null;
  const { id, title, state, at: settledAt, effortDays, actualDays } = verdict;
  const predicted = verdict.predicted === null ? null : predictedEffectSchema.parse(JSON.parse(verdict.predicted));
  const measured = verdict.measured === null ? null : measuredEffectSchema.parse(JSON.parse(verdict.measured));
  return {
    ...{ id, title, state, settledAt, effortDays, actualDays },
    predicted: predicted !== null && predicted.asOf <= at ? predicted.value : null,
    measured: state === 'verified' && measured !== null && measured.asOf <= at ? measured.value : null,
    closedAt: moves.slice(0, index).findLast((move) => move.state === 'done')?.at ?? null,
  };
}
