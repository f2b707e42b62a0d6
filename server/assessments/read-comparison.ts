import { z } from 'zod';
import { type Assessment, listAssessments } from '#db/queries/assessments.ts';
import { findDaySpan, findDayUntil, listDayFigures } from '#db/queries/history.ts';
import { type Comparison, comparisonSchema } from '#rubrics/scoring/compare.ts';
import { findPlatform, type Platform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { requireRole } from '../people/permissions.ts';
import { comparePointsTask, type Point, pointSchema } from './compare-points.ts';
import { breakSchema, listBreaks } from './list-breaks.ts';
import { isPublic, mayReview } from './may-review.ts';

/** The id of an assessment, a published quarter such as `2026-Q3`, or a UTC day such as `2026-11-20`. */
const pointField = z.string().max(60);

export const readComparisonInput = z.strictObject({
  platform: z.string(),
  /** absent: the newest published quarter before `to`, else the first day there is */
  from: pointField.optional(),
  /** absent: the current scorecard */
  to: pointField.optional(),
});

export const readComparisonOutput = z.strictObject({
  /** null: there is nothing earlier to compare with */
  from: pointSchema.nullable(),
  to: pointSchema,
  comparison: comparisonSchema.nullable(),
  /** days in between before and after which values are not one series */
  breaks: z.array(breakSchema),
});

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const QUARTER = /^\d{4}-Q[1-4]$/;

/** What moved between two points in the history of a platform, and why. */
export async function readComparison(
  ctx: Context,
  input: z.infer<typeof readComparisonInput>,
): Promise<z.infer<typeof readComparisonOutput>> {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'viewer', 'read');
  const assessments = (await listAssessments(ctx.db, platform.id)).filter(
    (row) => isPublic(row) || mayReview(ctx, platform.id),
  );
  const to = input.to === undefined ? currentPoint(ctx) : await resolvePoint(ctx, platform, input.to, assessments);
  const from =
    input.from === undefined
      ? await defaultFrom(ctx, platform, assessments, to)
      : await resolvePoint(ctx, platform, input.from, assessments);
  if (from === null) return { from, to, comparison: null, breaks: [] };
  if (from.asOf >= to.asOf) throw new AppError('BAD_REQUEST', 'Compare an earlier point with a later one.');
  const result = await ctx.runTask(comparePointsTask, { platformId: platform.id, from, to });
  return { from, ...result, breaks: await breaksBetween(ctx, platform, from, result) };
}

type Compared = { to: Point; comparison: Comparison };

/** Every break after the earlier point up to the later one; quarters reach back further than the days that are kept. */
async function breaksBetween({ db }: Context, { id: platformId }: Platform, from: Point, { to, comparison }: Compared) {
  const [first, last] = [dayOf(from), dayOf(to)];
  const { before, after } = comparison.rubrics;
  const end = (day: string, rubric: typeof before) => ({
    ...{ day, rubricId: rubric.id, rubricVersion: rubric.version, rubricSha256: rubric.sha256 },
  });
  const days = (await listDayFigures(db, { platformId, from: first, to: last })).filter(
    ({ day }) => first < day && day < last,
  );
  return listBreaks(db, platformId, [end(first, before), ...days, end(last, after)]);
}

const dayOf = ({ asOf }: Point) => asOf.slice(0, 'YYYY-MM-DD'.length);

const currentPoint = (ctx: Context): Point => ({
  kind: 'current',
  id: null,
  period: null,
  asOf: ctx.now().toISOString(),
});
const frozenPoint = ({ id, period, asOf }: Assessment): Point => ({ kind: 'assessment', id, period, asOf });
const dayPoint = (asOf: string): Point => ({ kind: 'day', id: null, period: null, asOf });

async function resolvePoint(
  ctx: Context,
  { id: platformId }: Platform,
  name: string,
  assessments: readonly Assessment[],
): Promise<Point> {
  if (DAY.test(name)) {
    const row = await findDayUntil(ctx.db, platformId, name);
    if (row === undefined) throw new AppError('NOT_FOUND', `Nothing was scored on ${name} or before.`);
    return dayPoint(row.asOf);
  }
  const found = QUARTER.test(name)
    ? assessments.find(({ period, state }) => period === name && state === 'published')
    : assessments.find(({ id }) => id === name);
  if (found === undefined) throw new AppError('NOT_FOUND', `There is no published quarter or assessment "${name}".`);
  return frozenPoint(found);
}

/** The newest published quarter; without one, the first day on which anything was scored. */
async function defaultFrom(
  ctx: Context,
  { id: platformId }: Platform,
  assessments: readonly Assessment[],
  to: Point,
): Promise<Point | null> {
  const quarter = assessments.find(({ state, asOf, id }) => state === 'published' && asOf < to.asOf && id !== to.id);
  if (quarter !== undefined) return frozenPoint(quarter);
  const span = await findDaySpan(ctx.db, platformId);
  const row = span === undefined ? undefined : await findDayUntil(ctx.db, platformId, span.first);
  return row === undefined || row.asOf >= to.asOf || row.day === to.asOf.slice(0, row.day.length)
    ? null
    : dayPoint(row.asOf);
}
