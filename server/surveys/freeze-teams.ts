import type { Selectable } from 'kysely';
import type { SurveyTeamTable, TeamTable } from '#db/schema.ts';

type Team = Pick<Selectable<TeamTable>, 'id' | 'key' | 'name' | 'parentId'>;
export type FrozenTeam = Omit<SurveyTeamTable, 'cycleId'>;

/**
 * The invited teams and those above them, as they stand now. Results are cut along these and never along another order.
 * A team that holds together fewer than two of them says nothing of its own and is left out.
 */
export function freezeTeams(teams: readonly Team[], invited: ReadonlyMap<string, number>): FrozenTeam[] {
  const byId = new Map(teams.map((team) => [team.id, team]));
  const kept = new Map<string, FrozenTeam>();
  for (const id of invited.keys()) {
    for (let team = byId.get(id); team !== undefined && !kept.has(team.id); team = byId.get(team.parentId ?? '')) {
      const { key, name, parentId } = team;
      kept.set(team.id, { teamId: team.id, key, name, parentId, invited: invited.get(team.id) ?? 0 });
    }
  }
  return withoutIdle([...kept.values()]);
}

function withoutIdle(teams: FrozenTeam[]): FrozenTeam[] {
  const below = (id: string | null) => teams.filter(({ parentId }) => parentId === id);
  const idle = teams.find(
    (team) =>
      team.invited === 0 && (below(team.teamId).length < 2 || (team.parentId === null && below(null).length === 1)),
  );
  if (idle === undefined) return teams;
  const rest = teams.filter((team) => team !== idle);
  return withoutIdle(rest.map((team) => (team.parentId === idle.teamId ? { ...team, parentId: idle.parentId } : team)));
}
