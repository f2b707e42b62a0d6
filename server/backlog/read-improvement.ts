import { z } from 'zod';
import { listCapabilities } from '#db/queries/catalogue.ts';
import { listImprovementHistory } from '#db/queries/improvements.ts';
import { keyField } from '../catalogue/fields.ts';
import type { Context } from '../context.ts';
import { idField } from '../people/fields.ts';
import { rubricOf } from '../rubrics/rubric-of.ts';
import { describeImprovement } from './describe-improvement.ts';
import { IMPROVEMENT_STATES } from './improvement-states.ts';
import { EVALUATION } from './judge-improvements.ts';
import { readSurroundings } from './read-surroundings.ts';
import { requireImprovement } from './require-improvement.ts';

export const readImprovementInput = z.strictObject({ platform: keyField, id: idField });

const detailSchema = z.object({
  from: z.enum(IMPROVEMENT_STATES).optional(),
  to: z.enum(IMPROVEMENT_STATES).optional(),
  changed: z.array(z.string()).optional(),
});

/** One improvement, as screens and the API show it. */
export async function readImprovement(ctx: Context, input: z.infer<typeof readImprovementInput>) {
  const { platform, improvement, criteria } = await requireImprovement(ctx, input, ['viewer', 'read']);
  return describeImprovement(improvement, criteria, await readSurroundings(ctx, platform));
}

/** One improvement with what happened to it, the newest first, as the audit log has it. */
export async function openImprovement(ctx: Context, input: z.infer<typeof readImprovementInput>) {
  const { platform, improvement, criteria } = await requireImprovement(ctx, input, ['viewer', 'read']);
  const history = await listImprovementHistory(ctx.db, improvement);
  return {
    platform: { key: platform.key, name: platform.name, timeZone: platform.timeZone },
    now: ctx.now().toISOString(),
    item: describeImprovement(improvement, criteria, await readSurroundings(ctx, platform)),
    aspects: rubricOf(platform).pack.pack.aspects.map(({ key, name }) => ({ key, name })),
    capabilities: (await listCapabilities(ctx.db, platform.id)).map(({ key, name }) => ({ key, name })),
    /** by null: an evaluation; what came of its issue is in the name of the tracker */
    history: history.map(({ id, at, actorKind, actorName, action, detail }) => {
      const { from, to, changed } = detailSchema.parse(JSON.parse(detail));
      return {
        id,
        at,
        by: actorKind === 'system' && actorName === EVALUATION ? null : actorName,
        action,
        from: from ?? null,
        to: to ?? null,
        changed: changed ?? [],
      };
    }),
  };
}
