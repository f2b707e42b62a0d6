import type { Kysely } from 'kysely';
import { listFlipsOfDays } from '#db/queries/history.ts';
import type { Database } from '#db/schema.ts';
import { type Comparison, compareSnapshots } from '#rubrics/scoring/compare.ts';
import type { Flip, Renamed } from '#rubrics/scoring/flips.ts';
import { renameMap } from '#rubrics/versions/rename-map.ts';
import { readFrozenRubric } from '../rubrics/read-frozen-rubric.ts';
import type { Side } from './compare-points.ts';
import { flipsSchema, mergeFlips } from './merge-flips.ts';
import { rubricOfSide } from './rubric-of-side.ts';
import type { GradedScorecard } from './stored-scorecard.ts';

const DAY = 'YYYY-MM-DD'.length;

/**
 * Compares what is left where the evidence of a day is not kept any more: cells and flips. What flipped is gathered day by day;
 * what the rubric did is known of criteria and not of percent to target.
 */
export async function compareDays(
  db: Kysely<Database>,
  platformId: string,
  { before, after }: { before: Side; after: Side },
): Promise<Comparison> {
  const first = before.asOf.slice(0, DAY);
  // a quarter is frozen in the middle of a day: of that day counts what came after
  const from = before.frozen === null ? first : dayBefore(first);
  const days = await listFlipsOfDays(db, { platformId, after: from, to: after.asOf.slice(0, DAY) });
  const { pack } = await rubricOfSide(db, after);
  const then = await readFrozenRubric(db, before.snapshot.rubric.sha256);
  const renamed: Renamed = then === undefined ? new Map() : renameMap(then.pack, pack);
  const all = days
    .map(({ flips }) => underIds(flipsSchema.parse(JSON.parse(flips)), renamed))
    .reduce<Flip[]>(mergeFlips, [])
    .toSorted((a, b) => (a.criterion < b.criterion ? -1 : 1));
  const flipped = before.scorecard === null ? all : sinceScorecard(all, before.scorecard, renamed);
  const anchors = new Set(pack.criteria.flatMap(({ id, role }) => (role === 'anchor' ? [id] : [])));
  const sides = { before: before.snapshot, rebased: before.snapshot, after: after.snapshot };
  const evidence = flipped.filter(({ why }) => why !== 'rubric');
  const rubric = flipped.filter(({ why }) => why === 'rubric');
  const comparison = compareSnapshots(sides, { evidence, rubric, anchors, renamed });
  if (!comparison.rubrics.changed) return comparison;
  const { total } = comparison.percentToTarget;
  return { ...comparison, percentToTarget: { total, evidence: null, rubric: null } };
}

const DAY_MS = 86_400_000;
const dayBefore = (day: string) => new Date(Date.parse(day) - DAY_MS).toISOString().slice(0, DAY);

/** The flips of a day under the ids by which their criteria live on: one that has another id since is one criterion. */
const underIds = (flips: readonly Flip[], renamed: Renamed): Flip[] =>
  flips.map((flip) => {
    const criterion = renamed.get(flip.criterion);
    return criterion === undefined ? flip : { ...flip, criterion, formerly: flip.criterion };
  });

/** The flips after a scorecard, of flips that begin earlier on its day: from the state that it knew. */
function sinceScorecard(flips: readonly Flip[], { cells }: GradedScorecard, renamed: Renamed): Flip[] {
  const states = new Map(
    cells.flatMap(({ capability, aspect, criteria }) =>
      criteria.map(({ id, state }) => [`${capability}/${aspect}/${renamed.get(id) ?? id}`, state]),
    ),
  );
  return flips.flatMap((flip) => {
    const before = states.get(`${flip.capability}/${flip.aspect}/${flip.criterion}`) ?? null;
    return before === flip.after ? [] : [{ ...flip, before }];
  });
}
