import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import { findPlatformByKey, insertCapabilities, insertPlatform as insertRow } from '#db/queries/catalogue.ts';
import type { Database } from '#db/schema.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { recordAudit } from '../people/record-audit.ts';
import { installedRubrics } from '../rubrics/rubric-of.ts';
import { keyField, monthField, nameField, timeZoneField } from './fields.ts';

/** What a new platform is made of; `capabilities` are keys of the pack's catalogue, and those left out can be added later. */
export const newPlatformFields = {
  key: keyField,
  name: nameField,
  timeZone: timeZoneField,
  fiscalYearStartMonth: monthField,
  /** the rubric it is scored by; left out: the first that comes with Plumbline */
  pack: keyField.optional(),
  capabilities: z.array(keyField).min(1, 'Choose at least one capability.').max(60),
};
const newPlatform = z.strictObject(newPlatformFields);

/** Writes a platform with the chosen capabilities of the installed pack; returns its id. Part of the caller's transaction. */
export async function insertPlatform(
  trx: Kysely<Database>,
  ctx: Pick<Context, 'actor' | 'now'>,
  input: z.infer<typeof newPlatform>,
): Promise<string> {
  if (await findPlatformByKey(trx, input.key)) {
    throw new AppError('CONFLICT', `There is a platform with the key "${input.key}" already.`);
  }
  const { pack } = newestRubric(input.pack).pack;
  const wanted = new Set(input.capabilities);
  const offered = pack.capabilities.filter(({ key }) => wanted.has(key));
  const unknown = input.capabilities.find((key) => !offered.some((capability) => capability.key === key));
  if (unknown !== undefined) throw new AppError('BAD_REQUEST', `The catalogue has no capability "${unknown}".`);
  const { capabilities: _, pack: __, ...settings } = input;
  const id = randomUUID();
  await insertRow(trx, {
    id,
    ...settings,
    packId: pack.id,
    packVersion: pack.version,
    createdAt: ctx.now().toISOString(),
  });
  await insertCapabilities(
    trx,
    offered.map(({ key, name, description, consumption, mandatory }, position) => ({
      platformId: id,
      key,
      name,
      description,
      ownerTeamId: null,
      provider: null,
      consumption,
      mandatory: mandatory ? 1 : 0,
      weight: 1,
      state: 'offered' as const,
      position,
    })),
  );
  await recordAudit(trx, ctx, { action: 'platform.create', platformId: id, subject: input.key, detail: input });
  return id;
}

/** The rubric that new platforms start with, of those that come with Plumbline. */
export function newestRubric(pack?: string) {
  const installed = installedRubrics();
  const rubric = pack === undefined ? installed[0] : installed.find(({ id }) => id === pack);
  if (rubric !== undefined) return rubric;
  if (pack === undefined) throw new AppError('UNAVAILABLE', 'No rubric is installed here.');
  throw new AppError('BAD_REQUEST', `There is no rubric "${pack}" here.`);
}
