/** A team as somebody wants it to be; `parent` is the key of the team above it. */
export type PlannedTeam = {
  key: string;
  name: string;
  parent: string | null;
  contact: string | null;
  archived: boolean;
};
type Teams = ReadonlyMap<string, PlannedTeam>;

/** What is wrong, and with which part of the team. */
export type TeamProblem = { part: 'parent' | 'archived'; reason: string };

/**
 * Says why a team cannot stand as planned among all the others, or null. `before` is how it stood: what was wrong already and
 * is left alone must not keep anybody from correcting a name.
 */
export function teamChecker(teams: Teams) {
  const ringed = keysInRings(teams);
  const active = [...teams.values()].filter(({ archived }) => !archived);
  const belowOf = Map.groupBy(active, ({ parent }) => parent);
  return (team: PlannedTeam, before: PlannedTeam | undefined): TeamProblem | null => {
    const { key, parent, archived } = team;
    const above = parent === null ? undefined : teams.get(parent);
    if (parent !== null && above === undefined) return at('parent', `There is no team "${parent}".`);
    if (ringed.has(key)) return at('parent', 'A team cannot belong to itself, also not by way of others.');
    const placed = before === undefined || before.parent !== parent || before.archived !== archived;
    if (placed && !archived && above?.archived) {
      return at('parent', `${above.name} is archived. Bring it back first, or choose another team to belong to.`);
    }
    const below = belowOf.get(key) ?? [];
    if (!archived || before?.archived === true || below.length === 0) return null;
    const names = nameSome(below.map(({ name }) => name));
    return at('archived', `Other teams belong to it. Move or archive them first: ${names}.`);
  };
}

const at = (part: TeamProblem['part'], reason: string): TeamProblem => ({ part, reason });

/** The teams that, along those above them, come to themselves. Every team is passed once. */
function keysInRings(teams: Teams): Set<string> {
  const ringed = new Set<string>();
  const passed = new Set<string>();
  for (const start of teams.keys()) {
    const way: string[] = [];
    let here: string | null = start;
    while (here !== null && !passed.has(here)) {
      passed.add(here);
      way.push(here);
      here = teams.get(here)?.parent ?? null;
    }
    const ring = here === null ? -1 : way.indexOf(here);
    if (ring >= 0) for (const key of way.slice(ring)) ringed.add(key);
  }
  return ringed;
}

const MOST_NAMED = 5;

/** The first few of many names, and how many more there are. */
function nameSome(names: readonly string[]): string {
  const more = names.length - MOST_NAMED;
  return [...names.slice(0, MOST_NAMED), ...(more > 0 ? [`and ${more} more`] : [])].join(', ');
}
