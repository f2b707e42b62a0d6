import type { Insertable, Kysely } from 'kysely';
import { findCapability, listCapabilities, saveCapabilityRow } from '#db/queries/catalogue.ts';
import { findTeamByKey } from '#db/queries/teams.ts';
import type { CapabilityTable, Database } from '#db/schema.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { recordAudit } from '../people/record-audit.ts';
import { rubricOf } from '../rubrics/rubric-of.ts';
import type { CapabilityChange } from './capability-change.ts';
import type { Platform } from './find-platform.ts';

type Row = Insertable<CapabilityTable>;
type Trx = Kysely<Database>;

/** Adds a capability or changes what is given of it; what changes nothing is not written down. Part of a transaction. */
export async function writeCapability(trx: Trx, ctx: Context, { platform, change }: Changing) {
  const { ownerTeam, mandatory, ...given } = change;
  const before = await findCapability(trx, platform.id, change.key);
  const start = before ?? (await newCapability(trx, platform, change));
  const row = { ...start, ...given, ...(mandatory === undefined ? {} : { mandatory: mandatory ? 1 : 0 }) };
  if (ownerTeam !== undefined) row.ownerTeamId = await findOwner(trx, ownerTeam, start.ownerTeamId ?? null);
  if (before !== undefined && sameRow(before, row)) return 'same' as const;
  await saveCapabilityRow(trx, row);
  const action = before === undefined ? 'capability.add' : 'capability.change';
  const { key, ...detail } = change;
  await recordAudit(trx, ctx, { action, platformId: platform.id, subject: key, detail });
  return before === undefined ? ('add' as const) : ('change' as const);
}

type Changing = { platform: Platform; change: CapabilityChange };

const COLUMNS = [
  ...(['name', 'description', 'ownerTeamId', 'provider', 'consumption'] as const),
  ...(['mandatory', 'weight', 'state', 'position'] as const),
];
const sameRow = (a: Row, b: Row) => COLUMNS.every((column) => a[column] === b[column]);

/** An archived team owns nothing new; what it owned, it may keep until somebody else is found. */
async function findOwner(trx: Trx, key: string | null, today: string | null): Promise<string | null> {
  if (key === null) return null;
  const team = await findTeamByKey(trx, key);
  if (team === undefined) throw new AppError('BAD_REQUEST', `There is no team "${key}".`);
  if (team.archivedAt !== null && team.id !== today) {
    throw new AppError('BAD_REQUEST', `${team.name} is archived. Choose another team as owner.`);
  }
  return team.id;
}

/** What a capability is before anybody has said anything of it: the pack's word, where it knows the capability. */
export function unsaidCapability(platform: Platform, key: string) {
  const known = rubricOf(platform).pack.pack.capabilities.find((capability) => capability.key === key);
  return {
    key,
    name: known?.name ?? null,
    description: known?.description ?? '',
    provider: null,
    consumption: known?.consumption ?? ('requested' as const),
    mandatory: known?.mandatory ? 1 : 0,
    weight: 1,
    state: 'offered' as const,
  };
}

export const NEEDS_NAME = 'A capability of your own needs a name.';

async function newCapability(trx: Trx, platform: Platform, change: CapabilityChange): Promise<Row> {
  const unsaid = unsaidCapability(platform, change.key);
  const name = change.name ?? unsaid.name;
  if (name === null) throw new AppError('BAD_REQUEST', NEEDS_NAME);
  const positions = (await listCapabilities(trx, platform.id)).map(({ position }) => position);
  const position = Math.max(-1, ...positions) + 1;
  return { ...unsaid, name, platformId: platform.id, ownerTeamId: null, position };
}
