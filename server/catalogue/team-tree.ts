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
 * Why a team cannot stand as planned among all the others, or null. `before` is how it stood: what was wrong already and is
 * left alone must not keep anybody from correcting a name.
 */
export function teamProblem(teams: Teams, team: PlannedTeam, before: PlannedTeam | undefined): TeamProblem | null {
  const { parent, archived } = team;
  const above = parent === null ? undefined : teams.get(parent);
  if (parent !== null && above === undefined) return at('parent', `There is no team "${parent}".`);
  if (isInRing(teams, team.key)) return at('parent', 'A team cannot belong to itself, also not by way of others.');
  const placed = before === undefined || before.parent !== parent || before.archived !== archived;
  if (placed && !archived && above?.archived) {
    return at('parent', `${above.name} is archived. Bring it back first, or choose another team to belong to.`);
  }
  const below = [...teams.values()].filter((other) => other.parent === team.key && !other.archived);
  if (archived && before?.archived !== true && below.length > 0) {
    return at(
      'archived',
      `Other teams belong to it. Move or archive them first: ${nameSome(below.map(({ name }) => name))}.`,
    );
  }
  return null;
}

const at = (part: TeamProblem['part'], reason: string): TeamProblem => ({ part, reason });

function isInRing(teams: Teams, key: string): boolean {
  const passed = new Set<string>();
  for (let above = teams.get(key)?.parent ?? null; above !== null; above = teams.get(above)?.parent ?? null) {
    if (above === key) return true;
    if (passed.has(above)) return false;
    passed.add(above);
  }
  return false;
}

const MOST_NAMED = 5;

/** The first few of many names, and how many more there are. */
function nameSome(names: readonly string[]): string {
  const more = names.length - MOST_NAMED;
  return [...names.slice(0, MOST_NAMED), ...(more > 0 ? [`and ${more} more`] : [])].join(', ');
}
