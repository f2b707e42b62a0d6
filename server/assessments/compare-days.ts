import type { Kysely } from 'kysely';
import { listFlipsOfDays } from '#db/queries/history.ts';
import type { Database } from '#db/schema.ts';
import { type Comparison, compareSnapshots } from '#rubrics/scoring/compare.ts';
import type { Flip, Renamed } from '#rubrics/scoring/flips.ts';
import { renameMap } from '#rubrics/versions/rename-map.ts';
import { readFrozenRubric } from '../rubrics/read-frozen-rubric.ts';
import type { Side } from './compare-points.ts';
import { flipsSchema, isBack, mergeFlips } from './merge-flips.ts';
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
  const flipped = betweenScorecards(all, { before: before.scorecard, after: after.scorecard, renamed });
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

type Between = { before: GradedScorecard | null; after: GradedScorecard | null; renamed: Renamed };
type Standing = { state: Flip['before']; value: number | null };

/**
 * Flips that begin before one scorecard on its day, or end after another on its day: from the state that the one knew to that of
 * the other, where these are kept.
 */
function betweenScorecards(flips: readonly Flip[], { before, after, renamed }: Between): Flip[] {
  const [then, now] = [before && standingsOf(before, renamed), after && standingsOf(after, new Map())];
  return flips.flatMap((flip) => {
    const { values: _, ...rest } = flip;
    const key = `${flip.capability}/${flip.aspect}/${flip.criterion}`;
    const [was, is] = [then && (then.get(key) ?? NOWHERE), now && (now.get(key) ?? NOWHERE)];
    const kept = flip.values ?? { before: is?.value ?? null, after: was?.value ?? null };
    const values = { before: was ? was.value : kept.before, after: is ? is.value : kept.after };
    const told = {
      ...{ ...rest, before: was ? was.state : flip.before, after: is ? is.state : flip.after },
      ...(values.before === values.after ? {} : { values }),
    };
    return isBack(told) && !isBack(flip) ? [] : [told];
  });
}

const NOWHERE: Standing = { state: null, value: null };

const standingsOf = ({ cells }: GradedScorecard, renamed: Renamed): ReadonlyMap<string, Standing> =>
  new Map(
    cells.flatMap(({ capability, aspect, criteria }) =>
      criteria.map(({ id, state, value = null }) => [
        `${capability}/${aspect}/${renamed.get(id) ?? id}`,
        { state, value },
      ]),
    ),
  );
