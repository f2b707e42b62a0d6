import { z } from 'zod';
import { keyField } from '../catalogue/fields.ts';
import { AppError } from '../errors.ts';
import { emailField } from '../people/fields.ts';

/** Teams that are asked by e-mail, with an address for everybody invited; the others get links. */
export const addressesField = z
  .array(z.strictObject({ team: keyField, addresses: z.array(emailField).min(1).max(20_000) }))
  .max(500)
  .default([]);

type Given = z.output<typeof addressesField>;
type Team = { key: string; name: string; invited: number };

/** The addresses of each team by its key; refuses a team that is not asked, another number than invited, and doubles. */
export function checkAddresses(given: Given, teams: readonly Team[]): Map<string, string[]> {
  const seen = new Set<string>();
  for (const { team: key, addresses } of given) {
    const team = teams.find((team) => team.key === key && team.invited > 0);
    if (team === undefined) throw new AppError('BAD_REQUEST', `The team "${key}" is not invited to the survey.`);
    const { name, invited } = team;
    if (addresses.length !== invited) {
      const numbers = `${invited} people of ${name} are invited, and there are ${addresses.length} addresses`;
      throw new AppError('BAD_REQUEST', `${numbers}. Each person has one.`);
    }
    for (const address of addresses) {
      if (seen.has(address)) throw new AppError('BAD_REQUEST', `The address ${address} is given twice.`);
      seen.add(address);
    }
  }
  const byTeam = new Map(given.map(({ team, addresses }) => [team, addresses]));
  if (byTeam.size < given.length) throw new AppError('BAD_REQUEST', 'A team is named twice.');
  return byTeam;
}
