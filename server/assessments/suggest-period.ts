import { z } from 'zod';
import { listAssessments } from '#db/queries/assessments.ts';
import { listScorecardDays } from '#db/queries/scorecards.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { requireRole } from '../people/permissions.ts';
import { type Period, periodOf, previousPeriod } from './period.ts';

export const suggestPeriodInput = z.strictObject({ platform: z.string() });

const OFFERED = 5;

/**
 * The quarters that can be frozen now, newest first, and the one to begin with: the quarter that just ended where it is
 * still open and there was a scorecard then, else the running one. `asOf` null means now.
 */
export async function suggestPeriod(
  ctx: Context,
  input: z.infer<typeof suggestPeriodInput>,
): Promise<{
  periods: (Period & { published: boolean })[];
  period: string;
  asOf: string | null;
  now: string;
  timeZone: string;
}> {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'editor', 'assessments:write');
  const current = periodOf(ctx.now(), platform);
  const periods = [current];
  for (let index = 1; index < OFFERED; index += 1) {
    periods.push(previousPeriod(periods[index - 1] ?? current, platform));
  }
  const ended = previousPeriod(current, platform);
  const kept = (await listAssessments(ctx.db, platform.id)).filter(({ state }) => state !== 'superseded');
  const open = !kept.some(({ period }) => period === ended.label);
  const days = await listScorecardDays(ctx.db, {
    platformId: platform.id,
    from: ended.startsAt.slice(0, 10),
    to: ended.endsAt.slice(0, 10),
  });
  const suggested =
    open && days.length > 0 ? { period: ended.label, asOf: ended.endsAt } : { period: current.label, asOf: null };
  const published = new Set(kept.flatMap(({ period, state }) => (state === 'published' ? [period] : [])));
  const choices = periods.map((period) => ({ ...period, published: published.has(period.label) }));
  return { periods: choices, ...suggested, now: ctx.now().toISOString(), timeZone: platform.timeZone };
}
