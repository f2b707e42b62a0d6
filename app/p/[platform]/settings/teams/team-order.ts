import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/router.ts';

export type Team = inferRouterOutputs<AppRouter>['catalogue']['listTeams'][number];
export type PlacedTeam = {
  team: Team;
  /** 0: at the top */
  depth: number;
  /** the names of those above, the topmost first */
  above: string[];
};

/** Teams as a tree is read: each followed by those that belong to it. Where the one above is left out, a team is at the top. */
export function orderTeams(teams: readonly Team[]): PlacedTeam[] {
  const known = new Set(teams.map(({ key }) => key));
  const below = Map.groupBy(teams, ({ parent }) => (parent !== null && known.has(parent) ? parent : null));
  const placed: PlacedTeam[] = [];
  const waiting: PlacedTeam[] = (below.get(null) ?? []).map((team) => ({ team, depth: 0, above: [] })).reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    placed.push(next);
    const { team, depth, above } = next;
    const under = (below.get(team.key) ?? []).map((one) => ({
      team: one,
      depth: depth + 1,
      above: [...above, team.name],
    }));
    waiting.push(...under.reverse());
  }
  return placed;
}

/** The team itself and everything that belongs to it, over as many steps as it takes. */
export function familyOf(teams: readonly Team[], key: string): Set<string> {
  const family = new Set([key]);
  for (const { team } of orderTeams(teams)) if (team.parent !== null && family.has(team.parent)) family.add(team.key);
  return family;
}

/** Those whose name or key holds the words, each in its place. */
export function findTeams(teams: readonly Team[], words: string): PlacedTeam[] {
  const wanted = words.trim().toLowerCase();
  return orderTeams(teams).filter(({ team }) => `${team.name} ${team.key}`.toLowerCase().includes(wanted));
}

export const pathOf = ({ team, above }: PlacedTeam): string => [...above, team.name].join(' › ');
