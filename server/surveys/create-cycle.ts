import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { insertCycle, saveSurveyTeams } from '#db/queries/survey-cycles.ts';
import { instantField, keyField } from '../catalogue/fields.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { requireRole } from '../people/permissions.ts';
import { recordAudit } from '../people/record-audit.ts';
import { FLOOR } from './anonymity/minimums.ts';
import { MAY_CHANGE } from './cycle.ts';
import { planCycle, requireFuture } from './plan-cycle.ts';

export const createCycleInput = z.strictObject({
  platform: keyField,
  title: z.string().trim().min(1, 'Give the survey a title.').max(120),
  /** who asks, as the form says it */
  askedBy: z.string().trim().min(1, 'Say who asks.').max(120),
  /** why, as the form says it; left out: the template's words */
  purpose: z.string().trim().min(1).max(600).optional(),
  template: keyField,
  capabilities: z.array(keyField).min(1, 'Choose at least one capability.').max(10),
  /** how many people of each team are invited */
  teams: z
    .array(z.strictObject({ team: keyField, invited: z.int().min(1).max(20_000) }))
    .min(1, 'Invite at least one team.')
    .max(500),
  closesAt: instantField,
});

/** Prepares a survey. Nobody can answer before it is opened, and until then it can be discarded. */
export async function createCycle(ctx: Context, input: z.output<typeof createCycleInput>) {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, MAY_CHANGE.role, MAY_CHANGE.scope);
  requireFuture(ctx, input.closesAt);
  const { template, questions, teams } = await planCycle(ctx, platform.id, input);
  const id = randomUUID();
  const { title, askedBy, capabilities, closesAt } = input;
  await ctx.db.transaction().execute(async (trx) => {
    await insertCycle(trx, {
      id,
      platformId: platform.id,
      title,
      askedBy,
      purpose: input.purpose ?? template.purpose,
      template: template.key,
      questions: JSON.stringify(questions),
      capabilities: JSON.stringify(capabilities),
      minimumGroup: FLOOR.scores,
      minimumCommentGroup: FLOOR.comments,
      state: 'draft',
      opensAt: null,
      closesAt,
      closedAt: null,
      sealKey: null,
      createdBy: ctx.actor.kind === 'person' || ctx.actor.kind === 'token' ? ctx.actor.id : 'system',
      createdAt: ctx.now().toISOString(),
    });
    await saveSurveyTeams(
      trx,
      id,
      teams.map((team) => ({ cycleId: id, ...team })),
    );
    const detail = { title, template: template.key, capabilities, teams: input.teams, closesAt };
    await recordAudit(trx, ctx, { action: 'survey.create', platformId: platform.id, subject: id, detail });
  });
  return { id };
}
