import type { Kysely } from 'kysely';
import {
  findPastSettings,
  insertPastSettings,
  listCapabilities,
  listTargets,
  lockPlatform,
} from '#db/queries/catalogue.ts';
import { listItemTargets } from '#db/queries/item-targets.ts';
import type { Database } from '#db/schema.ts';
import { type Bundle, bundleSchema } from '#rubrics/evidence/bundle.ts';
import { FLOOR } from '../surveys/anonymity/minimums.ts';

type Settings = Bundle['settings'];
type ItemTarget = NonNullable<Settings['itemTargets']>[number];

/** What a platform offered and aimed at, at one instant: a later change never changes a past answer. */
export async function readSettings(db: Kysely<Database>, platformId: string, asOf: string): Promise<Settings> {
  const past = await findPastSettings(db, platformId, asOf);
  return past === undefined
    ? readCurrentSettings(db, platformId)
    : bundleSchema.shape.settings.parse(JSON.parse(past.settings));
}

/**
 * Keeps the settings that hold until now. Part of the transaction that changes them, and before the change; whoever else
 * changes them waits, so that no state is skipped.
 */
export async function keepSettings(trx: Kysely<Database>, platformId: string, now: Date): Promise<void> {
  await lockPlatform(trx, platformId);
  const settings = JSON.stringify(await readCurrentSettings(trx, platformId));
  await insertPastSettings(trx, { platformId, until: now.toISOString(), settings });
}

async function readCurrentSettings(db: Kysely<Database>, platformId: string): Promise<Settings> {
  const ofItems = await listItemTargets(db, [platformId]);
  return describeSettings(await listCapabilities(db, platformId), await listTargets(db, platformId), ofItems);
}

type CapabilityRow = Omit<Awaited<ReturnType<typeof listCapabilities>>[number], 'platformId'>;

/** The settings of a bundle, from the rows of a platform. */
export function describeSettings(
  rows: readonly CapabilityRow[],
  aims: readonly Settings['targets'][number][],
  itemAims: readonly ItemTarget[],
): Settings {
  const capabilities = rows.flatMap(({ key, name, state, consumption, mandatory, weight, ownerTeam }) =>
    state === 'archived'
      ? []
      : [{ key, name, state, consumption, mandatory: mandatory === 1, weight, owner: ownerTeam }],
  );
  const keys = new Set(capabilities.map(({ key }) => key));
  const targets = aims
    .filter(({ capability }) => keys.has(capability))
    .map(({ capability, aspect, level }) => ({ capability, aspect, level }));
  const itemTargets = itemAims
    .filter(({ capability }) => keys.has(capability))
    .map(({ capability, criterion, value }) => ({ capability, criterion, value }));
  // left out where nothing is set: the settings of other platforms keep their bytes
  return { capabilities, targets, ...(itemTargets.length > 0 && { itemTargets }), minimumGroup: FLOOR.scores };
}
