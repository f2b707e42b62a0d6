import type { Kysely } from 'kysely';
import { z } from 'zod';
import { listCapabilities, saveCapabilityRow } from '#db/queries/catalogue.ts';
import { hasEvidence } from '#db/queries/first-run.ts';
import type { Database } from '#db/schema.ts';
import { keyField, nameField } from '../catalogue/fields.ts';
import { findPlatform, type Platform } from '../catalogue/find-platform.ts';
import { keepSettings } from '../catalogue/read-settings.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { requireRole } from '../people/permissions.ts';
import { recordAudit } from '../people/record-audit.ts';
import { rubricOf } from '../rubrics/rubric-of.ts';

export const chooseCapabilitiesInput = z.strictObject({
  platform: keyField,
  /** what the platform offers; the others leave it, and can come back */
  capabilities: z
    .array(
      z.strictObject({
        key: keyField,
        /** of a capability of one's own */
        name: nameField.optional(),
        consumption: z.enum(['requested', 'implicit', 'interactive']),
        mandatory: z.boolean(),
      }),
    )
    .min(1, 'Choose at least one capability.')
    .max(60, 'At most 60 capabilities fit on a platform.'),
});
type Input = z.infer<typeof chooseCapabilitiesInput>;
type Choice = Input['capabilities'][number];
type Row = Awaited<ReturnType<typeof listCapabilities>>[number];

/** What a platform offers, chosen in one go in the first run. Once there is evidence, a slip here could hide it. */
export async function chooseCapabilities(ctx: Context, input: Input) {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'editor', 'catalogue:write');
  refuseTwice(input.capabilities);
  const changed = await ctx.db.transaction().execute(async (trx) => {
    if (await hasEvidence(trx, platform.id)) {
      throw new AppError('CONFLICT', 'There is evidence already. Change capabilities one by one under Settings.');
    }
    return writeChoice(trx, ctx, { platform, choices: input.capabilities });
  });
  if (changed) await ctx.rescore(platform.id);
  return { changed };
}

function refuseTwice(choices: Choice[]): void {
  const keys = choices.map(({ key }) => key);
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  if (twice !== undefined) throw new AppError('BAD_REQUEST', `The capability "${twice}" stands twice.`);
}

async function writeChoice(
  trx: Kysely<Database>,
  ctx: Context,
  { platform, choices }: { platform: Platform; choices: Choice[] },
): Promise<boolean> {
  const rows = await listCapabilities(trx, platform.id);
  const wanted = choices.flatMap((choice, index) => {
    const row = rows.find(({ key }) => key === choice.key);
    const next = row === undefined ? newRow(platform, choice, rows.length + index) : withChoice(row, choice);
    return row !== undefined && isSame(row, next) ? [] : [next];
  });
  const left = rows.filter(({ key, state }) => state !== 'archived' && !choices.some((choice) => choice.key === key));
  if (wanted.length + left.length === 0) return false;
  await keepSettings(trx, platform.id, ctx.now());
  for (const row of wanted) await saveCapabilityRow(trx, row);
  for (const { ownerTeam: _, ...row } of left) await saveCapabilityRow(trx, { ...row, state: 'archived' });
  await recordAudit(trx, ctx, {
    action: 'capability.choose',
    platformId: platform.id,
    subject: null,
    detail: { saved: wanted.map(({ key }) => key), archived: left.map(({ key }) => key) },
  });
  return true;
}

function withChoice({ ownerTeam: _, ...row }: Row, { consumption, mandatory, name }: Choice) {
  const state = row.state === 'archived' ? ('offered' as const) : row.state;
  return { ...row, consumption, mandatory: mandatory ? 1 : 0, name: name ?? row.name, state };
}

const isSame = (row: Row, next: ReturnType<typeof withChoice>) =>
  row.consumption === next.consumption &&
  row.mandatory === next.mandatory &&
  row.name === next.name &&
  row.state === next.state;

function newRow(platform: Platform, { key, name: given, consumption, mandatory }: Choice, position: number) {
  const known = rubricOf(platform).pack.pack.capabilities.find((one) => one.key === key);
  const name = given ?? known?.name;
  if (name === undefined) throw new AppError('BAD_REQUEST', 'A capability of your own needs a name.');
  return {
    ...{ platformId: platform.id, key, name, description: known?.description ?? '' },
    ...{ ownerTeamId: null, provider: null, consumption, mandatory: mandatory ? 1 : 0 },
    ...{ weight: 1, state: 'offered' as const, position },
  };
}
