import { z } from 'zod';
import { listCapabilities } from '#db/queries/catalogue.ts';
import { listImprovementCriteria, listImprovements } from '#db/queries/improvements.ts';
import type { Assumption } from '#rubrics/scoring/assume-states.ts';
import { listWork } from '#rubrics/scoring/list-work.ts';
import { placeKeyOf } from '#rubrics/scoring/route-steps.ts';
import { createImprovement, createImprovementInput } from '../backlog/create-improvement.ts';
import { keyField } from '../catalogue/fields.ts';
import { findPlatform, type Platform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { readScorecard } from '../overview/read-scorecard.ts';
import { requireRole } from '../people/permissions.ts';
import { assumptionsField, scenarioNameField } from './assumption-fields.ts';
import { SCOPE } from './require-scenario.ts';

export const proposeImprovementsInput = z.strictObject({
  platform: keyField,
  name: scenarioNameField.describe('what the improvements are called, before the name of their capability'),
  assumptions: assumptionsField.min(1, 'Assume at least one criterion.'),
});

const UNDER_WAY = ['proposed', 'planned', 'doing'];
/** As many as one improvement may name. */
const MOST_CRITERIA = 50;
const MOST_IMPROVEMENTS = 30;

/**
 * Makes a what-if work to do: what it assumes to be reached and is not yet, as one improvement a capability and one for the
 * platform as a whole. What an open improvement names already is left to it.
 */
export async function proposeImprovements(ctx: Context, input: z.output<typeof proposeImprovementsInput>) {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'owner', SCOPE);
  const { scorecard } = await readScorecard(ctx.db, platform.id);
  if (scorecard === null) throw new AppError('CONFLICT', 'Nothing has been scored here yet.');
  const taken = await listTaken(ctx, platform);
  const work = listWork(input.assumptions, scorecard.cells);
  const left = work.filter((one) => !taken.has(placeKeyOf(one)));
  const groups = [...Map.groupBy(left, ({ capability }) => capability)].flatMap(([capability, group]) =>
    chunksOf(group, MOST_CRITERIA).map((some) => ({ capability, some })),
  );
  if (groups.length > MOST_IMPROVEMENTS) {
    throw new AppError('BAD_REQUEST', `That would be ${groups.length} improvements. Assume less at once.`);
  }
  const names = new Map((await listCapabilities(ctx.db, platform.id)).map(({ key, name }) => [key, name]));
  const created: { id: string; title: string; capability: string | null; criteria: number }[] = [];
  for (const { capability, some } of groups) {
    const title = `${input.name}: ${capability === null ? 'the platform as a whole' : (names.get(capability) ?? capability)}`;
    const criteria = some.map(({ criterion }) => ({ criterion, capability }));
    const { id } = await createImprovement(
      ctx,
      createImprovementInput.parse({ platform: platform.key, title: title.slice(0, 140), criteria }),
    );
    created.push({ id, title, capability, criteria: criteria.length });
  }
  return { created, underWay: work.length - left.length };
}

/** The places that open improvements name. */
async function listTaken(ctx: Context, { id: platformId }: Platform): Promise<Set<string>> {
  const [improvements, places] = await Promise.all([
    listImprovements(ctx.db, platformId),
    listImprovementCriteria(ctx.db, { platformId }),
  ]);
  const open = new Set(improvements.flatMap(({ id, state }) => (UNDER_WAY.includes(state) ? [id] : [])));
  return new Set(
    places
      .filter(({ improvementId }) => open.has(improvementId))
      .map(({ criterion, capability }) => placeKeyOf({ criterion, capability: capability || null })),
  );
}

function chunksOf(list: readonly Assumption[], size: number): Assumption[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size));
}
