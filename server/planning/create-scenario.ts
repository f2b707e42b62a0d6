import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { countScenarios, insertScenario } from '#db/queries/scenarios.ts';
import { keyField } from '../catalogue/fields.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { accountOf } from '../people/account-of.ts';
import { requireRole } from '../people/permissions.ts';
import { recordAudit } from '../people/record-audit.ts';
import { assumptionsField, descriptionField, scenarioNameField } from './assumption-fields.ts';
import { keepAssumptions } from './keep-assumptions.ts';
import { SCOPE } from './require-scenario.ts';

export const createScenarioInput = z.strictObject({
  platform: keyField,
  name: scenarioNameField,
  description: descriptionField.default(''),
  assumptions: assumptionsField,
});

/** Everybody who looks at the planner sees them all. */
const MOST = 200;

/** Keeps a what-if under a name. Every owner may; everybody who may look at the platform can open it. */
export async function createScenario(ctx: Context, input: z.output<typeof createScenarioInput>) {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'owner', SCOPE);
  if ((await countScenarios(ctx.db, platform.id)) >= MOST) {
    throw new AppError('CONFLICT', `There are ${MOST} scenarios already. Delete one that nobody needs any more.`);
  }
  const { name, description, assumptions } = input;
  const id = randomUUID();
  const at = ctx.now().toISOString();
  const kept = await keepAssumptions(ctx, platform, { assumed: assumptions, before: [] });
  const createdBy = await accountOf(ctx);
  await ctx.db.transaction().execute(async (trx) => {
    await insertScenario(trx, {
      ...{ id, platformId: platform.id, name, description, assumptions: kept },
      ...{ version: 1, createdBy, createdAt: at, updatedAt: at },
    });
    const detail = { name, assumptions: assumptions.length };
    await recordAudit(trx, ctx, { action: 'scenario.create', platformId: platform.id, subject: id, detail });
  });
  return { id, version: 1 };
}
