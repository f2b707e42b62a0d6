import type { listCapabilities } from '#db/queries/catalogue.ts';
import type { ImprovementRow } from '#db/queries/improvements.ts';
import type { Criterion } from '#rubrics/pack.ts';
import { appliesTo } from '#rubrics/scoring/applies-to.ts';
import type { readCells } from '../catalogue/files/read-cells.ts';
import { type CriterionPlace, criteriaField } from './improvement-fields.ts';
import type { ImprovementsAround as Around } from './plan-improvements.ts';
import { writePlaces } from './write-places.ts';

export type Owner = { ownerUserId: string | null; ownerTeamKey: string | null };
type Cells = ReturnType<typeof readCells>;
const MOST_DAYS = 10_000;

/** What a file says, else what is there. */
export const keep = <T>(given: T | undefined, held: T | undefined): T | undefined =>
  given === undefined ? held : given;

/** Person-days; null: an empty cell, undefined: no such column. */
export function readDays(cells: Cells, column: string): number | null | undefined {
  const text = cells.clearable(column);
  return text === null || text === undefined ? text : (cells.number(column, [0, MOST_DAYS]) ?? null);
}

const OPEN = ['proposed', 'planned', 'doing'];

/** `INV-2.b@data INV-2.a`, or criteria beside one capability; where a row says nothing, as they are. */
export function readPlaces(cells: Cells, around: Around, held: ImprovementRow | null): CriterionPlace[] {
  const column = cells.text('places') === undefined ? 'criteria' : 'places';
  const text = cells.text(column);
  const before = held === null ? [] : around.placesOf(held.id);
  if (text === undefined) {
    if (held === null) cells.fail('criteria', 'Name at least one criterion that this should flip.');
    return before;
  }
  const capability = cells.text('capability') ?? null;
  const places = text
    .split(/[\s,;]+/)
    .filter((word) => word !== '')
    .map((word) => {
      const [, criterion = '', at] = /^([^@]*)(?:@(.*))?$/.exec(word) ?? [];
      const isWhole = around.rubric.get(criterion)?.scope === 'platform';
      return { criterion, capability: at ?? (isWhole ? null : capability) };
    });
  const isSame = writePlaces(places) === writePlaces(before);
  if (isSame) return before;
  cells.check(column, criteriaField, places);
  const known = new Set(before.map((place) => writePlaces([place])));
  for (const place of places) {
    // what stands there already may stay, also where the rubric or the platform has no such place any more
    const problem = known.has(writePlaces([place])) ? null : placeProblem(place, around);
    if (problem !== null) cells.fail(column, problem);
  }
  if (held !== null && !OPEN.includes(held.state)) cells.fail(column, 'What is done or settled keeps its criteria.');
  return places;
}

function placeProblem({ criterion: id, capability: key }: CriterionPlace, around: Around): string | null {
  const criterion = around.rubric.get(id);
  if (criterion === undefined) return `There is no criterion "${id}" in this rubric.`;
  if (criterion.scope === 'platform') return key === null ? null : `${id} is about the whole platform.`;
  if (key === null) return `${id} is about one capability. Write ${id}@capability.`;
  const capability = around.capabilities.get(key);
  if (capability === undefined) return `There is no capability "${key}".`;
  return fits(criterion, capability) ? null : `${id} does not apply to ${capability.name}.`;
}

type Capability = Awaited<ReturnType<typeof listCapabilities>>[number];
const fits = ({ applies_to }: Criterion, { key, consumption, mandatory }: Capability) =>
  appliesTo(applies_to ?? null, { key, consumption, mandatory: mandatory === 1 });

/** A team by key or name, or a person with a role here by e-mail address or name. */
export function readOwner(cells: Cells, { owners, emails }: Around, held: ImprovementRow | null): Owner | null {
  const before = held && { ownerUserId: held.ownerUserId, ownerTeamKey: held.teamKey };
  const given = cells.clearable('owner');
  if (given === undefined || (held !== null && given === ownerName(held))) return before;
  if (given === null) return null;
  const wanted = given.toLowerCase();
  const teams = owners.teams.filter(({ key, name }) => key === wanted || name.toLowerCase() === wanted);
  const people = owners.people.filter(({ id, name }) => emails.get(id) === wanted || name.toLowerCase() === wanted);
  const [team, person] = [teams[0], people[0]];
  if (teams.length + people.length === 1) return { ownerUserId: person?.id ?? null, ownerTeamKey: team?.key ?? null };
  cells.fail(
    'owner',
    teams.length + people.length === 0
      ? `Nobody here is called "${given}".`
      : `"${given}" is not one alone. Write a team’s key or an e-mail address.`,
  );
  return before;
}

const ownerName = ({ ownerName: person, teamName }: ImprovementRow): string | null => person ?? teamName;

/** A campaign by its name; one that is over only where it is so already. */
export function readCampaign(cells: Cells, { campaigns }: Around, held: ImprovementRow | null): string | null {
  const given = cells.clearable('campaign');
  const before = held?.campaignId ?? null;
  if (given === undefined || (given !== null && given === held?.campaignName)) return before;
  if (given === null) return null;
  const named = campaigns.filter(({ name, state }) => name.toLowerCase() === given.toLowerCase() && state !== 'ended');
  const [campaign] = named;
  if (campaign !== undefined && named.length === 1) return campaign.id;
  cells.fail(
    'campaign',
    named.length === 0
      ? `There is no campaign "${given}" that is not over.`
      : `There are several campaigns "${given}".`,
  );
  return before;
}
