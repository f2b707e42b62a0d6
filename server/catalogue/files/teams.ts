import { listTeams } from '#db/queries/teams.ts';
import { requireAnywhere } from '../../people/permissions.ts';
import { keyField } from '../fields.ts';
import { saveTeamInput } from '../save-team.ts';
import { type PlannedTeam, teamChecker } from '../team-tree.ts';
import { holdTeams, planOf, type TeamRow, writeTeams } from '../write-teams.ts';
import type { CatalogueFile, Fields, FileRow, PlannedRow } from './catalogue-file.ts';
import { readCells, refuseTwins, yesOrNo } from './read-cells.ts';

const COLUMNS = ['key', 'name', 'parent', 'contact', 'archived'];

/** The teams of the organisation with the team that each belongs to. */
export const teams: CatalogueFile = {
  key: 'teams',
  form: { largest: 1024 * 1024, columns: COLUMNS, required: ['key'], others: null },
  mostRows: 5_000,
  open: async (ctx, _platform, intent) => {
    if (intent === 'read') requireAnywhere(ctx, 'viewer', 'read');
    else requireAnywhere(ctx, 'editor', 'catalogue:write');
    return {
      platformId: null,
      list: async (db) => (await listTeams(db)).map(planOf).map(fieldsOf),
      hold: async (trx) => {
        await holdTeams(trx);
      },
      plan: async (db, rows) => {
        const held = await listTeams(db);
        const { planned, teams: wanted } = planTeams(held, rows);
        return { rows: planned, apply: (trx) => writeTeams(trx, ctx, { held, teams: wanted }) };
      },
    };
  },
};

const fieldsOf = ({ key, name, parent, contact, archived }: PlannedTeam): Fields => ({
  ...{ key, name, parent: parent ?? '', contact: contact ?? '', archived: yesOrNo(archived) },
});

function planTeams(rows: readonly TeamRow[], file: readonly FileRow[]) {
  const before = new Map(rows.map((row) => [row.key, planOf(row)]));
  const read = file.map((row) => readTeam(row, before));
  const teams = new Map(read.map(({ team }) => [team.key, team]));
  const check = teamChecker(new Map([...before, ...teams]));
  const planned = read.map(({ row, team, problems }): PlannedRow => {
    const held = before.get(team.key);
    const misplaced = check(team, held);
    if (misplaced !== null) problems.push({ column: misplaced.part, reason: misplaced.reason });
    return { row, subject: team.key, before: held ? fieldsOf(held) : null, after: fieldsOf(team), problems };
  });
  refuseTwins(planned, 'key');
  return { planned, teams: [...teams.values()] };
}

function readTeam(row: FileRow, before: ReadonlyMap<string, PlannedTeam>) {
  const cells = readCells(row);
  const key = cells.text('key') ?? '';
  const held = before.get(key);
  const parent = cells.clearable('parent');
  const contact = cells.clearable('contact');
  const team = {
    key,
    name: cells.text('name') ?? held?.name ?? '',
    parent: parent === undefined ? (held?.parent ?? null) : parent,
    contact: contact === undefined ? (held?.contact ?? null) : contact,
    archived: cells.yesNo('archived') ?? held?.archived ?? false,
  };
  cells.check('key', keyField, key);
  cells.check('name', saveTeamInput.shape.name, team.name);
  cells.check('contact', saveTeamInput.shape.contact, team.contact);
  return { row: row.row, team, problems: cells.problems };
}
