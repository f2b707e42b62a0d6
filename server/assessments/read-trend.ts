import { z } from 'zod';
import { listAssessments } from '#db/queries/assessments.ts';
import { listScorecardDays, type ScorecardDay } from '#db/queries/scorecards.ts';
import { percentToTargetSchema, rubricIdSchema } from '#rubrics/scoring/scorecard.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { requireRole } from '../people/permissions.ts';
import { cellRowsSchema } from './cell-row.ts';
import { directionSchema, findDirection } from './find-direction.ts';
import { breakSchema, listBreaks } from './list-breaks.ts';
import { listQuarters, quarterSchema } from './list-quarters.ts';
import { isPublic } from './may-review.ts';
import { flipsSchema } from './merge-flips.ts';

const DAY_MS = 86_400_000;
const DAYS_SHOWN = 400;

export const readTrendInput = z.strictObject({
  platform: z.string(),
  /** first and last UTC day, both included; absent: the last 400 days */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  /** `true`: also the cells of each day */
  cells: z.enum(['true', 'false']).default('false'),
});

const daySchema = z.strictObject({
  day: z.iso.date(),
  asOf: z.iso.datetime(),
  rubric: rubricIdSchema,
  percentToTarget: percentToTargetSchema,
  /** criteria whose state differs from the day before */
  flips: flipsSchema,
  /** capability, aspect, level, low, high, coverage, target, state */
  cells: cellRowsSchema.optional(),
});
export const trendSchema = z.strictObject({
  days: z.array(daySchema),
  assessments: z.array(quarterSchema),
  /** values before and after such a day are not comparable */
  breaks: z.array(breakSchema),
  /** of the published quarters since the newest break */
  direction: directionSchema,
});
export type Trend = z.infer<typeof trendSchema>;

/** The daily history of a platform with its published quarters, where it breaks, and its direction where it has one. */
export async function readTrend(ctx: Context, input: z.infer<typeof readTrendInput>): Promise<Trend> {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'viewer', 'read');
  const to = input.to ?? dayOf(ctx.now());
  const from = input.from ?? dayOf(new Date(Date.parse(to) - (DAYS_SHOWN - 1) * DAY_MS));
  const rows = await listScorecardDays(ctx.db, { platformId: platform.id, from, to });
  const published = (await listAssessments(ctx.db, platform.id)).filter(
    (row) => row.state === 'published' && isPublic(row),
  );
  const shown = published.filter(({ asOf }) => from <= asOf.slice(0, 10) && asOf.slice(0, 10) <= to);
  const assessments = await listQuarters(ctx.db, shown.toReversed());
  const breaks = await listBreaks(ctx.db, platform.id, rows);
  return {
    days: rows.map((row) => dayPoint(row, input.cells === 'true')),
    assessments,
    breaks,
    direction: findDirection(
      assessments.map(({ asOf, percentToTarget }) => ({ asOf, value: percentToTarget.value })),
      breaks,
    ),
  };
}

const dayOf = (instant: Date) => instant.toISOString().slice(0, 10);

function dayPoint(row: ScorecardDay, withCells: boolean): z.infer<typeof daySchema> {
  return {
    day: row.day,
    asOf: row.asOf,
    rubric: { id: row.rubricId, version: row.rubricVersion, sha256: row.rubricSha256 },
    percentToTarget: { value: row.percentToTarget, low: row.percentLow, high: row.percentHigh },
    flips: flipsSchema.parse(JSON.parse(row.flips)),
    ...(withCells ? { cells: cellRowsSchema.parse(JSON.parse(row.cells)) } : {}),
  };
}
