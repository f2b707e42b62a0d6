import { randomUUID } from 'node:crypto';
import {
  findLastPosition,
  type ImprovementCriterion,
  type ImprovementRow,
  insertImprovement,
  insertImprovementMove,
  listImprovementCriteria,
  replaceImprovementCriteria,
} from '#db/queries/improvements.ts';
import { saveVersion } from '#db/queries/save-version.ts';
import { listTeams } from '#db/queries/teams.ts';
import type { Platform } from '../catalogue/find-platform.ts';
import { changesOf } from '../catalogue/plan-file.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { accountOf } from '../people/account-of.ts';
import { recordAudit } from '../people/record-audit.ts';
import type { PredictedEffect } from './backlog-snapshot.ts';
import { effortOf } from './effort-of.ts';
import type { PlannedImprovement } from './plan-improvements.ts';
import { predictEffectsTask } from './predict-effects.ts';
import { changedMeanwhile } from './require-improvement.ts';
import { withStatesKept } from './states-now.ts';

/** A row of a file with everything that has to be known before it is written; `criteria` null: they stay. */
export type Foreseen = PlannedImprovement & {
  createdBy: string;
  ownerTeamId: string | null;
  criteria: Omit<ImprovementCriterion, 'improvementId'>[] | null;
  predicted: PredictedEffect | null;
};

const isMoved = ({ held, planned }: PlannedImprovement) =>
  held === null || changesOf(planned).some(({ column }) => column === 'places');

/** Predicts what is new or has other criteria, all on the evidence of now. */
export async function foresee(
  ctx: Context,
  platform: Platform,
  plan: readonly PlannedImprovement[],
): Promise<Foreseen[]> {
  const moved = plan.filter(isMoved);
  const wanted = moved.map(({ places }) => places);
  const effects = moved.length === 0 ? [] : await ctx.runTask(predictEffectsTask, { platformId: platform.id, wanted });
  const predicted = new Map(moved.map((one, index) => [one, effects[index] ?? null]));
  const teams = new Map((await listTeams(ctx.db)).map(({ key, id }) => [key, id]));
  const createdBy = await accountOf(ctx);
  const criteria = Map.groupBy(
    await listImprovementCriteria(ctx.db, { platformId: platform.id }),
    (one) => one.improvementId,
  );
  const foreseen: Foreseen[] = [];
  for (const one of plan) {
    const isNew = one.held === null && one.values.effortDays === undefined;
    const effortDays = isNew ? await effortOf(ctx, platform, one.places) : one.values.effortDays;
    const stated = { places: one.places, held: criteria.get(one.held?.id ?? '') ?? [] };
    foreseen.push({
      ...one,
      values: { ...one.values, effortDays },
      createdBy,
      ownerTeamId: teams.get(one.owner?.ownerTeamKey ?? '') ?? null,
      criteria: predicted.has(one) ? await withStatesKept(ctx, platform.id, stated) : null,
      predicted: predicted.get(one) ?? null,
    });
  }
  return foreseen;
}

/** Writes one row inside the transaction of `ctx`, with its entry in the audit log, as if somebody had done it by hand. */
export async function writeImprovement(ctx: Context, platformId: string, one: Foreseen): Promise<void> {
  const { title, notes, dueOn, effortDays = null, actualDays } = one.values;
  const owner = { ownerUserId: one.owner?.ownerUserId ?? null, ownerTeamId: one.ownerTeamId };
  const said = { title, notes, dueOn, effortDays, actualDays, campaignId: one.campaignId, ...owner };
  if (one.held === null) await insertNew(ctx, platformId, { ...one, said });
  else await changeHeld(ctx, one.held, { ...one, said });
}

type Written = Foreseen & {
  said: Pick<ImprovementRow, 'title' | 'notes' | 'dueOn' | 'effortDays' | 'actualDays' | 'campaignId'> &
    Pick<ImprovementRow, 'ownerUserId' | 'ownerTeamId'>;
};

async function insertNew(ctx: Context, platformId: string, one: Written): Promise<void> {
  const { db: trx } = ctx;
  const { said, predicted, criteria, createdBy, planned } = one;
  const { state } = one.values;
  const id = randomUUID();
  const at = ctx.now().toISOString();
  const position = ((await findLastPosition(trx, { platformId, state })) ?? 0) + 1;
  const added = await insertImprovement(trx, {
    ...{ id, platformId, state, position, version: 1, createdBy, createdAt: at, updatedAt: at, ...said },
    ...{ startedAt: state === 'doing' ? at : null, closedAt: null, externalKey: planned.subject },
    ...{ predicted: predicted && JSON.stringify(predicted), measured: null },
  });
  // of two imports of one file at once only one may add
  if (!added) {
    throw new AppError('CONFLICT', `Somebody brought in “${planned.subject}” a moment ago. Look at the file again.`);
  }
  await replaceImprovementCriteria(trx, id, criteria ?? []);
  await insertImprovementMove(trx, { improvementId: id, version: 1, state, at });
  const detail = { title: said.title, criteria: one.places, dueOn: said.dueOn, externalKey: planned.subject };
  await recordAudit(trx, ctx, { action: 'improvement.create', platformId, subject: id, detail });
}

async function changeHeld(ctx: Context, held: ImprovementRow, one: Written): Promise<void> {
  const { db: trx } = ctx;
  const { said, criteria, predicted, planned } = one;
  const given = Object.entries(said).filter(([name, value]) => value !== Reflect.get(held, name));
  const changed = Object.fromEntries(given);
  const effect = criteria === null ? {} : { predicted: predicted && JSON.stringify(predicted) };
  const change = { ...changed, ...effect, updatedAt: ctx.now().toISOString() };
  if (!(await saveVersion(trx, 'improvement', held, change))) throw await changedMeanwhile(trx, held);
  if (criteria !== null) await replaceImprovementCriteria(trx, held.id, criteria);
  const before = Object.fromEntries(given.map(([name]) => [name, Reflect.get(held, name)]));
  const names = [...Object.keys(changed), ...(criteria === null ? [] : ['criteria'])];
  const detail = { changed: names, before, after: changed, externalKey: planned.subject };
  const { platformId, id } = held;
  await recordAudit(trx, ctx, { action: 'improvement.change', platformId, subject: id, detail });
}
