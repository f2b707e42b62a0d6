import { listCapabilities } from '#db/queries/catalogue.ts';
import { listTeams } from '#db/queries/teams.ts';
import { requireRole } from '../../people/permissions.ts';
import { type CapabilityChange, capabilityChange } from '../capability-change.ts';
import type { Platform } from '../find-platform.ts';
import { keepSettings } from '../read-settings.ts';
import { NEEDS_NAME, unsaidCapability, writeCapability } from '../write-capability.ts';
import type { CatalogueFile, Fields, FileRow, PlannedRow } from './catalogue-file.ts';
import { platformOf, readCells, refuseTwins, yesOrNo } from './read-cells.ts';

const COLUMNS = [
  ...['key', 'name', 'description', 'owner', 'provider'],
  ...['consumption', 'mandatory', 'weight', 'state'],
];
const { shape } = capabilityChange;

/** What a platform offers. The rubric's own capabilities need no more than their key. */
export const capabilities: CatalogueFile = {
  key: 'capabilities',
  form: { largest: 1024 * 1024, columns: COLUMNS, required: ['key'], others: null },
  mostRows: 500,
  open: async (ctx, key, intent) => {
    const platform = await platformOf(ctx, key);
    if (intent === 'read') requireRole(ctx, platform.id, 'viewer', 'read');
    else requireRole(ctx, platform.id, 'editor', 'catalogue:write');
    return {
      platformId: platform.id,
      list: async (db) => (await listCapabilities(db, platform.id)).map(fieldsOf),
      hold: (trx) => keepSettings(trx, platform.id, ctx.now()),
      plan: async (db, rows) => {
        const held = new Map((await listCapabilities(db, platform.id)).map((row) => [row.key, row]));
        const owners = new Map((await listTeams(db)).map((team) => [team.key, team]));
        const read = rows.map((row) => planRow(row, { platform, held, owners }));
        refuseTwins(read, 'key');
        const apply: Apply = async (trx) => {
          for (const { change } of read) await writeCapability(trx, ctx, { platform, change });
        };
        return { rows: read, apply };
      },
    };
  },
};

type Apply = Awaited<ReturnType<Awaited<ReturnType<CatalogueFile['open']>>['plan']>>['apply'];
type Row = Awaited<ReturnType<typeof listCapabilities>>[number];
type Told = Pick<Row, 'key' | 'description' | 'provider' | 'consumption' | 'mandatory' | 'weight' | 'state'> & {
  name: string | null;
  ownerTeam?: string | null;
};
type Around = {
  platform: Platform;
  held: ReadonlyMap<string, Row>;
  owners: ReadonlyMap<string, Awaited<ReturnType<typeof listTeams>>[number]>;
};

const fieldsOf = (row: Told): Fields => ({
  ...{ key: row.key, name: row.name ?? '', description: row.description, owner: row.ownerTeam ?? '' },
  ...{ provider: row.provider ?? '', consumption: row.consumption, mandatory: yesOrNo(row.mandatory === 1) },
  ...{ weight: String(row.weight), state: row.state },
});

function planRow(row: FileRow, { platform, held, owners }: Around): PlannedRow & { change: CapabilityChange } {
  const { change, problems, fail } = readChange(row);
  const { key, name, ownerTeam, mandatory, ...rest } = change;
  const before = held.get(key);
  const start: Told = before ?? unsaidCapability(platform, key);
  if ((name ?? start.name) === null) fail('name', NEEDS_NAME);
  const owner = ownerTeam == null ? undefined : owners.get(ownerTeam);
  if (ownerTeam != null && owner === undefined) fail('owner', `There is no team "${ownerTeam}".`);
  if (owner && owner.archivedAt !== null && ownerTeam !== before?.ownerTeam) {
    fail('owner', `${owner.name} is archived. Choose another team as owner.`);
  }
  const after: Told = { ...start, ...rest, name: name ?? start.name };
  if (ownerTeam !== undefined) after.ownerTeam = ownerTeam;
  if (mandatory !== undefined) after.mandatory = mandatory ? 1 : 0;
  return {
    row: row.row,
    subject: key,
    before: before ? fieldsOf(before) : null,
    after: fieldsOf(after),
    problems,
    change,
  };
}

/** What a row says, and nothing of what it leaves out. */
function readChange(row: FileRow) {
  const cells = readCells(row);
  const change: CapabilityChange = { key: cells.text('key') ?? '' };
  const [name, description] = [cells.text('name'), cells.clearable('description')];
  const [ownerTeam, provider] = [cells.clearable('owner'), cells.clearable('provider')];
  const consumption = cells.oneOf('consumption', shape.consumption.unwrap().options);
  const state = cells.oneOf('state', shape.state.unwrap().options);
  const [mandatory, weight] = [cells.yesNo('mandatory'), cells.number('weight', [0, 100])];
  cells.check('key', shape.key, change.key);
  cells.check('name', shape.name, name);
  cells.check('description', shape.description, description ?? undefined);
  cells.check('provider', shape.provider, provider);
  if (name !== undefined) change.name = name;
  if (description !== undefined) change.description = description ?? '';
  if (ownerTeam !== undefined) change.ownerTeam = ownerTeam;
  if (provider !== undefined) change.provider = provider;
  if (consumption !== undefined) change.consumption = consumption;
  if (state !== undefined) change.state = state;
  if (mandatory !== undefined) change.mandatory = mandatory;
  if (weight !== undefined) change.weight = weight;
  return { change, problems: cells.problems, fail: cells.fail };
}
