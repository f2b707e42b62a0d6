import { z } from 'zod';
import { listOpenClaims, listOwnedCapabilities, listPercentDays } from '#db/queries/overview.ts';
import { listFailingSince } from '#db/queries/source-failures.ts';
import type { Rubric } from '#rubrics/rubric.ts';
import { percentToTarget } from '#rubrics/scoring/percent-to-target.ts';
import type { Cell } from '#rubrics/scoring/scorecard.ts';
import type { Insights } from '../assessments/gather-insights.ts';
import type { GradedScorecard } from '../assessments/stored-scorecard.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { requireRole, roleOn } from '../people/permissions.ts';
import { rubricOf } from '../rubrics/rubric-of.ts';
import { readParticipation } from '../surveys/read-participation.ts';
import { keepByStamp } from './keep-by-stamp.ts';
import { capsOf } from './list-blockers.ts';
import { listThinEvidence, measureEvidence } from './measure-evidence.ts';
import { nameInsights } from './name-insights.ts';
import { nameOpenClaims } from './name-open-claims.ts';
import { readScorecard } from './read-scorecard.ts';
import { type CellSummary, summarizeCell } from './summarize-cell.ts';
import { thinOut } from './thin-out.ts';

export const readOverviewInput = z.strictObject({ platform: z.string() });

const DAY_MS = 86_400_000;
const TREND_DAYS = 365;
const TREND_POINTS = 60;
const EXPIRY_DAYS = 14;
const LONGEST_LIST = 5;
/** A panel names this many of what holds a cell; the capability page names all. */
const BLOCKERS_NAMED = 4;

/** The daily points change with the scorecard, and only then. */
const keepTrend = keepByStamp<Awaited<ReturnType<typeof listPercentDays>>>(16);

const shorten = (cell: CellSummary) => ({
  ...cell,
  blockers: cell.blockers.slice(0, BLOCKERS_NAMED),
  moreBlockers: Math.max(0, cell.blockers.length - BLOCKERS_NAMED),
});

type Summarized = { scorecard: GradedScorecard; insights: Insights | null };
type CapabilityRow = Awaited<ReturnType<typeof listOwnedCapabilities>>[number];

/** Null where nothing is decided: not known yet, which is not the same as none. */
function wayToTarget(cells: readonly Cell[], rubric: Rubric): number | null {
  if (cells.every(({ confidence }) => confidence === null)) return null;
  return percentToTarget(
    cells.map((cell) => ({ cell, weight: 1 })),
    rubric.floor,
  ).value;
}

function summarizeRows(capabilities: CapabilityRow[], { scorecard, insights }: Summarized, rubric: Rubric) {
  const moved = new Map(insights?.moved?.rows.map(({ capability, ...counts }) => [capability, counts]));
  const { cells } = scorecard;
  const byCapability = Map.groupBy(cells, ({ capability }) => capability);
  return capabilities.flatMap(({ key, name, ownerName, mandatory, consumption }) => {
    const own = byCapability.get(key);
    if (own === undefined) return [];
    return [
      {
        key,
        name,
        ownerName,
        mandatory: mandatory === 1,
        consumption,
        toTarget: wayToTarget(own, rubric),
        moved: moved.get(key) ?? null,
        cells: own.map((cell) => shorten(summarizeCell(cell, capsOf(rubric)))),
      },
    ];
  });
}

function summarizeScorecard(stored: Summarized, capabilities: CapabilityRow[], rubric: Rubric) {
  const { scorecard } = stored;
  const rows = summarizeRows(capabilities, stored, rubric);
  const named = new Set(rows.flatMap(({ cells }) => cells.flatMap(({ blockers }) => blockers.map(({ id }) => id))));
  return {
    asOf: scorecard.asOf,
    rubric: { id: scorecard.rubric.id, version: scorecard.rubric.version },
    percentToTarget: scorecard.percentToTarget,
    evidence: measureEvidence(scorecard.cells),
    rows,
    thin: listThinEvidence(scorecard.cells).slice(0, LONGEST_LIST),
    /** the claims of the criteria named above, by id */
    titles: Object.fromEntries(
      rubric.pack.criteria.filter(({ id }) => named.has(id)).map(({ id, title }) => [id, title]),
    ),
  };
}

/** Everything the overview of a platform shows, from stored rows alone: a fixed number of statements, nothing scored. */
export async function readOverview(ctx: Context, input: z.infer<typeof readOverviewInput>) {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'viewer', 'read');
  const rubric = rubricOf(platform);
  const now = ctx.now();
  const inDays = (days: number) => new Date(now.getTime() + days * DAY_MS).toISOString();
  const span = { platformId: platform.id, from: now.toISOString(), to: inDays(EXPIRY_DAYS) };
  const [{ scorecard, insights, failure, stamp }, capabilities, claims, failing, survey] = await Promise.all([
    readScorecard(ctx.db, platform.id),
    listOwnedCapabilities(ctx.db, platform.id),
    listOpenClaims(ctx.db, span),
    listFailingSince(ctx.db, platform.id),
    readParticipation(ctx.db, platform.id),
  ]);
  const trend = await keepTrend(platform.id, stamp, async () =>
    thinOut(await listPercentDays(ctx.db, platform.id, inDays(-TREND_DAYS).slice(0, 10)), TREND_POINTS),
  );
  const role = roleOn(ctx.actor, platform.id);
  return {
    platform: { key: platform.key, name: platform.name, timeZone: platform.timeZone },
    now: now.toISOString(),
    mayEdit: role === 'editor' || role === 'admin',
    levels: rubric.pack.pack.levels.map(({ level, name }) => ({ level, name })),
    aspects: rubric.pack.pack.aspects.map(({ key, name, question, group }) => {
      const of = rubric.pack.pack.groups?.find((one) => one.key === group);
      return { key, name, question, group: of?.name ?? null };
    }),
    scorecard: scorecard === null ? null : summarizeScorecard({ scorecard, insights }, capabilities, rubric),
    insights: nameInsights(insights, rubric),
    failure,
    trend,
    ...nameOpenClaims(claims, rubric),
    failingSources: failing.size,
    survey,
  };
}
