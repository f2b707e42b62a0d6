import { z } from 'zod';
import { findCapabilityWithOwner } from '#db/queries/capability-page.ts';
import type { Rubric } from '#rubrics/rubric.ts';
import type { Explanation } from '#rubrics/scoring/explanation.ts';
import { groupLevels } from '#rubrics/scoring/roll-ups/group-levels.ts';
import type { Cell } from '#rubrics/scoring/scorecard.ts';
import { explainCurrent } from '../assessments/explain-current.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { capsOf, listBlockers } from '../overview/list-blockers.ts';
import { readScorecard } from '../overview/read-scorecard.ts';
import { summarizeCell } from '../overview/summarize-cell.ts';
import { requireOwnership, requireRole, roleOn } from '../people/permissions.ts';
import { rubricOf } from '../rubrics/rubric-of.ts';
import { readCriterion } from './read-criterion.ts';

export const readCapabilityInput = z.strictObject({
  platform: z.string(),
  capability: z.string(),
  /** the aspect to open; left out: that of the criterion, else the one furthest from its target */
  aspect: z.string().optional(),
  /** the criterion to open; left out: the first that blocks */
  criterion: z.string().optional(),
});
type Input = z.infer<typeof readCapabilityInput>;

const gapOf = ({ level, target, state }: Cell) => (state === 'not_applicable' ? -1 : target - (level ?? 0));

function chooseAspect(cells: Cell[], input: Input, rubric: Rubric): Cell | undefined {
  const wanted = input.aspect ?? rubric.pack.criteria.find(({ id }) => id === input.criterion)?.aspect;
  return cells.find(({ aspect }) => aspect === wanted) ?? cells.toSorted((a, b) => gapOf(b) - gapOf(a))[0];
}

function describeCriteria(cell: Cell, { criteria }: Explanation, rubric: Rubric) {
  const blocking = new Set(listBlockers(cell, capsOf(rubric)).map(({ id }) => id));
  const parts = new Map(rubric.pack.criteria.map(({ id, part }) => [id, part]));
  return criteria.map(
    ({ id, title, level, role, inherited, state, reason, own, stale, effectiveFrom, ...counted }) => ({
      ...{ id, title, level, role, inherited, state, reason: reason ?? null, own: own ?? null, stale: stale ?? false },
      effectiveFrom,
      blocking: blocking.has(id),
      /** where answers are added up: what its answer counts (null: not known), and what is aimed at */
      counts: counted.target === undefined ? null : { value: counted.value ?? null, target: counted.target },
      part: parts.get(id) ?? null,
    }),
  );
}

/** The cell that is open: its criteria, and the chosen one whole. */
async function readOpenCell(ctx: Context, input: Input, open: { platformId: string; cell: Cell; rubric: Rubric }) {
  const { platformId, cell, rubric } = open;
  const explanation = await explainCurrent(ctx, { platformId, capability: input.capability, aspect: cell.aspect });
  if (explanation === null) return null;
  const criteria = describeCriteria(cell, explanation, rubric);
  const chosen =
    input.criterion ??
    listBlockers(cell, capsOf(rubric))[0]?.id ??
    criteria.find(({ state }) => state !== 'not_applicable')?.id;
  const trace = explanation.criteria.find(({ id }) => id === chosen);
  const place = { platformId, capability: input.capability };
  return {
    aspect: cell.aspect,
    criteria,
    criterion: trace === undefined ? null : await readCriterion(ctx, place, { trace, asOf: explanation.asOf, rubric }),
  };
}

/** Whether the actor may speak for the capability; answers about the whole platform need an editor. */
function mayAct(ctx: Context, platformId: string, ownerTeamId: string | null): boolean {
  try {
    requireOwnership(ctx, platformId, ownerTeamId, 'attestations:write');
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}

function groupsOf(pack: Rubric['pack']['pack'], cells: Cell[]) {
  const levels = new Map(groupLevels(pack, cells).map((group) => [group.key, group]));
  return (pack.groups ?? []).map(({ key, name }) => {
    const group = levels.get(key);
    return { key, name, level: group?.level ?? null, low: group?.low ?? null, high: group?.high ?? null };
  });
}

/** Everything the page of one capability shows, from stored rows alone. */
export async function readCapability(ctx: Context, input: Input) {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'viewer', 'read');
  const rubric = rubricOf(platform);
  const [capability, stored] = await Promise.all([
    findCapabilityWithOwner(ctx.db, platform.id, input.capability),
    readScorecard(ctx.db, platform.id),
  ]);
  if (capability === undefined) throw new AppError('NOT_FOUND', 'There is no such capability.');
  const cells = stored.scorecard?.cells.filter((cell) => cell.capability === capability.key) ?? [];
  const cell = chooseAspect(cells, input, rubric);
  const role = roleOn(ctx.actor, platform.id);
  const isEditor = role === 'editor' || role === 'admin';
  const { key, name, description, ownerName, provider, consumption, mandatory, state } = capability;
  const named = new Set(
    cells.flatMap((one) =>
      listBlockers(one, capsOf(rubric))
        .slice(0, 1)
        .map(({ id }) => id),
    ),
  );
  return {
    platform: { key: platform.key, name: platform.name, timeZone: platform.timeZone },
    now: ctx.now().toISOString(),
    capability: { key, name, description, ownerName, provider, consumption, mandatory: mandatory === 1, state },
    /** whether answers are added up; else levels are gated */
    addsUp: rubric.rollUp !== 'gated',
    /** groups of aspects, each with what its aspects come to where the rubric adds them up */
    groups: groupsOf(rubric.pack.pack, cells),
    rights: {
      aim: isEditor,
      answer: mayAct(ctx, platform.id, capability.ownerTeamId),
      answerForPlatform: isEditor,
    },
    levels: rubric.pack.pack.levels.map(({ level, name: levelName }) => ({ level, name: levelName })),
    aspects: rubric.pack.pack.aspects,
    asOf: stored.scorecard?.asOf ?? null,
    failure: stored.failure,
    cells: cells.map((one) => {
      const { felt, measured, feltCoverage, measuredCoverage } = one;
      return { ...summarizeCell(one, capsOf(rubric)), felt, measured, feltCoverage, measuredCoverage };
    }),
    titles: Object.fromEntries(
      rubric.pack.criteria.filter(({ id }) => named.has(id)).map(({ id, title }) => [id, title]),
    ),
    open: cell === undefined ? null : await readOpenCell(ctx, input, { platformId: platform.id, cell, rubric }),
  };
}
