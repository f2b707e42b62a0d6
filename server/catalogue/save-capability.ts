import { z } from 'zod';
import { findCapability, listCapabilities, saveCapabilityRow } from '#db/queries/catalogue.ts';
import { findTeamByKey } from '#db/queries/teams.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { requireRole } from '../people/permissions.ts';
import { recordAudit } from '../people/record-audit.ts';
import { rubricOf } from '../rubrics/rubric-of.ts';
import { keyField, nameField } from './fields.ts';
import { findPlatform, type Platform } from './find-platform.ts';
import { keepSettings } from './read-settings.ts';

export const saveCapabilityInput = z.strictObject({
  platform: keyField,
  key: keyField,
  name: nameField.optional(),
  description: z.string().trim().max(1000).optional(),
  /** key of a team; null: nobody yet */
  ownerTeam: keyField.nullable().optional(),
  provider: z.string().trim().max(120).nullable().optional(),
  consumption: z.enum(['requested', 'implicit', 'interactive']).optional(),
  mandatory: z.boolean().optional(),
  weight: z.number().min(0).max(100).optional(),
  /** archived: out of every score, its history stays */
  state: z.enum(['offered', 'not_offered', 'archived']).optional(),
});
type Input = z.infer<typeof saveCapabilityInput>;

/** Adds a capability, or changes what is given of one; what is left out stays, or comes from the pack's catalogue. */
export async function saveCapability(ctx: Context, input: Input) {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'editor', 'catalogue:write');
  const { platform: _, ownerTeam, mandatory, ...given } = input;
  const ownerTeamId = ownerTeam === undefined ? undefined : await findOwner(ctx, ownerTeam);
  const before = await findCapability(ctx.db, platform.id, input.key);
  const change = {
    ...given,
    ...(ownerTeamId === undefined ? {} : { ownerTeamId }),
    ...(mandatory === undefined ? {} : { mandatory: mandatory ? 1 : 0 }),
  };
  const row = { ...(before ?? (await newCapability(ctx, platform, input))), ...change };
  await ctx.db.transaction().execute(async (trx) => {
    await keepSettings(trx, platform.id, ctx.now());
    await saveCapabilityRow(trx, row);
    const action = before === undefined ? 'capability.add' : 'capability.change';
    const { key: _key, platform: _platform, ...detail } = input;
    await recordAudit(trx, ctx, { action, platformId: platform.id, subject: input.key, detail });
  });
  await ctx.rescore(platform.id);
  return { key: input.key, added: before === undefined };
}

async function findOwner(ctx: Context, key: string | null): Promise<string | null> {
  if (key === null) return null;
  const team = await findTeamByKey(ctx.db, key);
  if (team === undefined || team.archivedAt !== null) throw new AppError('BAD_REQUEST', `There is no team "${key}".`);
  return team.id;
}

async function newCapability(ctx: Context, platform: Platform, input: Input) {
  const known = rubricOf(platform).pack.pack.capabilities.find(({ key }) => key === input.key);
  const name = input.name ?? known?.name;
  if (name === undefined) throw new AppError('BAD_REQUEST', 'A capability of your own needs a name.');
  return {
    platformId: platform.id,
    key: input.key,
    name,
    description: known?.description ?? '',
    ownerTeamId: null,
    provider: null,
    consumption: known?.consumption ?? ('requested' as const),
    mandatory: known?.mandatory ? 1 : 0,
    weight: 1,
    state: 'offered' as const,
    position: (await listCapabilities(ctx.db, platform.id)).length,
  };
}
