import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { insertPastTeams, listTeams, lockTeams, saveTeamRows } from '#db/queries/teams.ts';
import type { Database } from '#db/schema.ts';
import type { Context } from '../context.ts';
import { recordAudits } from '../people/record-audit.ts';
import type { PlannedTeam } from './team-tree.ts';

export type TeamRow = Awaited<ReturnType<typeof listTeams>>[number];

/** Every team as it stands, for whoever is about to change some: nobody else changes any until the transaction ends. */
export async function holdTeams(trx: Kysely<Database>): Promise<TeamRow[]> {
  await lockTeams(trx);
  return listTeams(trx);
}

export const planOf = ({ key, name, parent, contact, archivedAt }: TeamRow): PlannedTeam => ({
  key,
  name,
  parent,
  contact,
  archived: archivedAt !== null,
});

/** Writes teams that were found fit to stand, and keeps what they were until now. What changes nothing is not written down. */
export async function writeTeams(
  trx: Kysely<Database>,
  ctx: Context,
  { held, teams }: { held: readonly TeamRow[]; teams: readonly PlannedTeam[] },
): Promise<void> {
  const until = ctx.now().toISOString();
  const rows = new Map(held.map((row) => [row.key, row]));
  const changed = rowsOf(rows, teams, until).filter((row) => !isSame(rows.get(row.key), row));
  const past = changed.flatMap(({ key, ...row }) => {
    const before = rows.get(key);
    if (before === undefined || isPlaced(before, row)) return [];
    const { id: teamId, name, parentId, archivedAt } = before;
    return [{ teamId, until, name, parentId, archivedAt }];
  });
  await insertPastTeams(trx, past);
  await saveTeamRows(trx, changed);
  const wanted = new Map(teams.map((team) => [team.key, team]));
  const audits = changed.map(({ key, name }) => {
    const { parent = null, archived = false } = wanted.get(key) ?? {};
    const action = rows.has(key) ? 'team.change' : 'team.add';
    return { action, platformId: null, subject: key, detail: { name, parent, archived } };
  });
  await recordAudits(trx, ctx, audits);
}

type Row = Omit<TeamRow, 'parent'>;
type Place = Pick<Row, 'name' | 'parentId' | 'archivedAt'>;

const isPlaced = (a: Place, b: Place) =>
  a.name === b.name && a.parentId === b.parentId && a.archivedAt === b.archivedAt;
const isSame = (before: Row | undefined, row: Row) =>
  before !== undefined && isPlaced(before, row) && before.contact === row.contact;

/** The rows that teams become, each after the one that it belongs to. */
function rowsOf(held: ReadonlyMap<string, TeamRow>, teams: readonly PlannedTeam[], at: string): Row[] {
  const ids = new Map(teams.map(({ key }) => [key, held.get(key)?.id ?? randomUUID()]));
  const row = ({ key, name, parent, contact, archived }: PlannedTeam): Row => {
    const before = held.get(key);
    return {
      ...{ id: ids.get(key) ?? '', key, name, contact, createdAt: before?.createdAt ?? at },
      parentId: parent === null ? null : (ids.get(parent) ?? held.get(parent)?.id ?? null),
      archivedAt: archived ? (before?.archivedAt ?? at) : null,
    };
  };
  return fromAbove(teams).map(row);
}

function fromAbove(teams: readonly PlannedTeam[]): PlannedTeam[] {
  const known = new Map(teams.map((team) => [team.key, team]));
  const placed = new Set<PlannedTeam>();
  for (const team of teams) {
    const way: PlannedTeam[] = [];
    let here: PlannedTeam | undefined = team;
    while (here !== undefined && !placed.has(here)) {
      way.push(here);
      here = here.parent === null ? undefined : known.get(here.parent);
    }
    for (const one of way.reverse()) placed.add(one);
  }
  return [...placed];
}
