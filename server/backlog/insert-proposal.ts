import { randomUUID } from 'node:crypto';
import {
  findLastPosition,
  type ImprovementCriterion,
  insertImprovement,
  insertImprovementMove,
  replaceImprovementCriteria,
} from '#db/queries/improvements.ts';
import type { Context } from '../context.ts';
import { recordAudit } from '../people/record-audit.ts';
import type { PredictedEffect } from './backlog-snapshot.ts';
import type { CriterionPlace } from './improvement-fields.ts';

/** An improvement with everything that has to be known before it is written. */
export type Proposal = {
  platformId: string;
  title: string;
  notes: string;
  dueOn: string | null;
  owner: { ownerUserId: string | null; ownerTeamId: string | null };
  campaignId: string | null;
  criteria: readonly CriterionPlace[];
  /** the same, with the state of each */
  rows: Omit<ImprovementCriterion, 'improvementId'>[];
  effortDays: number | null;
  predicted: PredictedEffect | null;
  createdBy: string;
};

/** Writes an improvement that is proposed, behind those that are there, with its entry in the audit log; returns its id. */
export async function insertProposal(ctx: Context, proposal: Proposal): Promise<string> {
  const { db: trx } = ctx;
  const { platformId, title, notes, dueOn, owner, campaignId, criteria, rows, ...rest } = proposal;
  const { effortDays, predicted, createdBy } = rest;
  const id = randomUUID();
  const at = ctx.now().toISOString();
  const column = { platformId, state: 'proposed' as const };
  const position = ((await findLastPosition(trx, column)) ?? 0) + 1;
  await insertImprovement(trx, {
    ...{ id, ...column, title, notes, ...owner, dueOn, effortDays, position, version: 1 },
    ...{ createdBy, createdAt: at, updatedAt: at, startedAt: null, closedAt: null },
    ...{ predicted: predicted && JSON.stringify(predicted), measured: null },
    ...{ campaignId, actualDays: null, externalKey: null },
  });
  await replaceImprovementCriteria(trx, id, rows);
  await insertImprovementMove(trx, { improvementId: id, version: 1, state: 'proposed', at });
  const detail = { title, criteria, dueOn, effortDays, predicted: predicted?.value ?? null };
  await recordAudit(trx, ctx, { action: 'improvement.create', platformId, subject: id, detail });
  return id;
}
