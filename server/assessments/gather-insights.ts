import type { Kysely } from 'kysely';
import { z } from 'zod';
import { type Assessment, listAssessments } from '#db/queries/assessments.ts';
import { listDayFigures } from '#db/queries/history.ts';
import type { Database } from '#db/schema.ts';
import { type CellChange, type Comparison, cellChangeSchema, comparisonSchema } from '#rubrics/scoring/compare.ts';
import { groupChanges, mergeAlike } from '#rubrics/scoring/group-changes.ts';
import { nextStepSchema, rankSteps } from '../overview/rank-steps.ts';
import { compareWithFrozen } from './compare-with-frozen.ts';
import { directionSchema, findDirection } from './find-direction.ts';
import { breakSchema, listBreaks } from './list-breaks.ts';
import { listQuarters, type Quarter, quarterSchema } from './list-quarters.ts';
import type { Scored } from './score-platform.ts';

const STEPS = 5;
const STEPS_NAMED = 5;
/** What fell is never crowded out by what rose. */
const FALLS_NAMED = 3;
const DAY_MS = 86_400_000;
const HISTORY_DAYS = 400;

const sinceSchema = z.strictObject({ id: z.string(), period: z.string(), asOf: z.iso.datetime() });

export const insightsSchema = z.strictObject({
  /** against the newest published quarter; null: none is published yet */
  moved: z
    .strictObject({
      since: sinceSchema,
      rubrics: comparisonSchema.shape.rubrics,
      percentToTarget: comparisonSchema.shape.percentToTarget,
      rose: z.int(),
      fell: z.int(),
      others: z.int(),
      /** capabilities of which cells rose or fell, and how many */
      rows: z.array(z.strictObject({ capability: z.string(), rose: z.int(), fell: z.int() })),
      /** the widest steps of a level; cells that moved alike are one */
      cells: z.array(z.strictObject({ first: cellChangeSchema, capabilities: z.array(z.string()) })),
      /** how many such steps are not among them */
      moreCells: z.int(),
      capabilities: z.array(
        z.strictObject({
          capability: z.string(),
          change: cellChangeSchema.shape.capabilityChange.unwrap(),
          cells: z.int(),
        }),
      ),
    })
    .nullable(),
  quarters: z.array(quarterSchema),
  breaks: z.array(breakSchema),
  direction: directionSchema,
  steps: z.array(nextStepSchema),
});
/** What follows from a scorecard and its past; kept with the current scorecard, because no page may wait for it. */
export type Insights = z.infer<typeof insightsSchema>;

export async function gatherInsights(db: Kysely<Database>, platformId: string, scored: Scored): Promise<Insights> {
  const { asOf } = scored.scorecard;
  const to = asOf.slice(0, 'YYYY-MM-DD'.length);
  const from = new Date(Date.parse(asOf) - HISTORY_DAYS * DAY_MS).toISOString().slice(0, to.length);
  const published = (await listAssessments(db, platformId)).filter(
    ({ state, asOf: then }) => state === 'published' && then < asOf,
  );
  const quarters = await listQuarters(db, published.toReversed());
  const days = await listDayFigures(db, { platformId, from, to });
  const first = days[0]?.day ?? to;
  const breaks = await listBreaks(db, platformId, [...daysOf(quarters).filter(({ day }) => day < first), ...days]);
  const newest = published[0];
  return {
    moved: newest === undefined ? null : summarise(newest, await compareWithFrozen(db, newest, scored)),
    quarters,
    breaks: breaks.filter(({ day }) => day > first),
    direction: findDirection(
      quarters.map(({ asOf: then, percentToTarget }) => ({ asOf: then, value: percentToTarget.value })),
      breaks,
    ),
    steps: rankSteps(scored, STEPS),
  };
}

/** Quarters reach back further than the days that are drawn, and a series of them breaks there as well. */
const daysOf = (quarters: readonly Quarter[]) =>
  quarters.map(({ asOf, rubric }) => ({
    day: asOf.slice(0, 'YYYY-MM-DD'.length),
    rubricId: rubric.id,
    rubricVersion: rubric.version,
    rubricSha256: rubric.sha256,
  }));

function countRows(rose: readonly CellChange[], fell: readonly CellChange[]) {
  const count = (cells: readonly CellChange[], key: string) =>
    cells.filter(({ capability }) => capability === key).length;
  const keys = new Set([...rose, ...fell].map(({ capability }) => capability));
  return [...keys].map((capability) => ({
    capability,
    rose: count(rose, capability),
    fell: count(fell, capability),
  }));
}

function summarise({ id, period, asOf }: Assessment, comparison: Comparison): Insights['moved'] {
  const { rose, fell, surer, targets, capabilities } = groupChanges(comparison.cells);
  const [up, down] = [mergeAlike(rose), mergeAlike(fell)];
  const steps = [...down.slice(0, FALLS_NAMED), ...up, ...down.slice(FALLS_NAMED)];
  return {
    since: { id, period, asOf },
    rubrics: comparison.rubrics,
    percentToTarget: comparison.percentToTarget,
    rose: rose.length,
    fell: fell.length,
    others: surer.length + targets.length,
    rows: countRows(rose, fell),
    cells: steps.slice(0, STEPS_NAMED),
    moreCells: Math.max(0, steps.length - STEPS_NAMED),
    capabilities,
  };
}
