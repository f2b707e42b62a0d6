import { z } from 'zod';
import { listCapabilities, lockPlatform } from '#db/queries/catalogue.ts';
import { listImprovementCriteria, listImprovements } from '#db/queries/improvements.ts';
import type { Assumption } from '#rubrics/scoring/assume-states.ts';
import { listWork } from '#rubrics/scoring/list-work.ts';
import { placeKeyOf } from '#rubrics/scoring/route-steps.ts';
import { checkPlaces } from '../backlog/check-places.ts';
import { effortOf } from '../backlog/effort-of.ts';
import { insertProposal, type Proposal } from '../backlog/insert-proposal.ts';
import { predictEffectsTask } from '../backlog/predict-effects.ts';
import { withStatesNow } from '../backlog/states-now.ts';
import { keyField } from '../catalogue/fields.ts';
import { findPlatform, type Platform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { readScorecard } from '../overview/read-scorecard.ts';
import { accountOf } from '../people/account-of.ts';
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
const LONGEST_TITLE = 140;

/**
 * Makes a what-if work to do: what it assumes to be reached and is not yet, as one improvement a capability and one for the
 * platform as a whole. What an open improvement names already is left to it. All of them or none; of two people who do so at
 * once the second is told.
 */
export async function proposeImprovements(ctx: Context, input: z.output<typeof proposeImprovementsInput>) {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'owner', SCOPE);
  const { scorecard } = await readScorecard(ctx.db, platform.id);
  if (scorecard === null) throw new AppError('CONFLICT', 'Nothing has been scored here yet.');
  const taken = await listTaken(ctx.db, platform);
  const work = listWork(input.assumptions, scorecard.cells);
  const left = work.filter((one) => !taken.has(placeKeyOf(one)));
  const groups = [...Map.groupBy(left, ({ capability }) => capability)].flatMap(([capability, group]) =>
    chunksOf(group, MOST_CRITERIA).map((some) => ({ capability, some })),
  );
  if (groups.length > MOST_IMPROVEMENTS) {
    throw new AppError('BAD_REQUEST', `That would be ${groups.length} improvements. Assume less at once.`);
  }
  const proposals = await foresee(ctx, platform, { name: input.name, groups });
  const created = await ctx.db.transaction().execute(async (trx) => {
    await lockPlatform(trx, platform.id);
    const now = await listTaken(trx, platform);
    if (left.some((one) => now.has(placeKeyOf(one)))) throw new AppError('CONFLICT', OVERTAKEN);
    const ids: string[] = [];
    for (const proposal of proposals) ids.push(await insertProposal({ ...ctx, db: trx }, proposal));
    return ids;
  });
  return {
    created: created.flatMap((id, i) => {
      const [group, proposal] = [groups[i], proposals[i]];
      if (group === undefined || proposal === undefined) return [];
      return [{ id, title: proposal.title, capability: group.capability, criteria: group.some.length }];
    }),
    underWay: work.length - left.length,
  };
}

const OVERTAKEN = 'Somebody proposed some of this a moment ago. Look at the backlog, then propose what is left.';

type Group = { capability: string | null; some: readonly Assumption[] };

/** What takes long happens before the database is locked, on one and the same evidence for all. */
async function foresee(ctx: Context, platform: Platform, { name, groups }: { name: string; groups: Group[] }) {
  const wanted = groups.map(({ some }) => some.map(({ criterion, capability }) => ({ criterion, capability })));
  for (const criteria of wanted) await checkPlaces(ctx, platform, criteria);
  const names = new Map((await listCapabilities(ctx.db, platform.id)).map(({ key, name: title }) => [key, title]));
  const effects = groups.length === 0 ? [] : await ctx.runTask(predictEffectsTask, { platformId: platform.id, wanted });
  const createdBy = await accountOf(ctx);
  return Promise.all(
    groups.map(async ({ capability }, i): Promise<Proposal> => {
      const criteria = wanted[i] ?? [];
      const where = capability === null ? 'the platform as a whole' : (names.get(capability) ?? capability);
      return {
        ...{ platformId: platform.id, title: `${name}: ${where}`.slice(0, LONGEST_TITLE), notes: '', dueOn: null },
        ...{ owner: { ownerUserId: null, ownerTeamId: null }, campaignId: null, createdBy, criteria },
        rows: await withStatesNow(ctx, platform.id, criteria),
        effortDays: await effortOf(ctx, platform, criteria),
        predicted: effects[i] ?? null,
      };
    }),
  );
}

/** The places that open improvements name. */
async function listTaken(db: Context['db'], { id: platformId }: Platform): Promise<Set<string>> {
  const [improvements, places] = [
    await listImprovements(db, platformId),
    await listImprovementCriteria(db, { platformId }),
  ];
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
