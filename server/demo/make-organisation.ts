import { createPlatform } from '../catalogue/create-platform.ts';
import { saveCapability } from '../catalogue/save-capability.ts';
import { saveTarget } from '../catalogue/save-target.ts';
import { saveTeam } from '../catalogue/save-team.ts';
import { createUser } from '../people/create-user.ts';
import { grantRole } from '../people/grant-role.ts';
import { setPassword } from '../people/set-password.ts';
import { importPemm } from '../self-assessment/import-pemm.ts';
import { DEPARTMENTS, type DemoPlatform, PEOPLE } from './organisation.ts';
import type { World } from './world.ts';

/** Teams and the people who sign in, all with one password. */
export async function makePeople({ operator }: World, password: string): Promise<void> {
  const plain = { contact: null, archived: false };
  for (const { key, name, teams } of DEPARTMENTS) {
    await saveTeam(operator, { key, name, parent: null, ...plain });
    for (const [team, teamName] of teams) {
      await saveTeam(operator, { key: team, name: teamName, parent: key, ...plain, contact: `#${team}` });
    }
  }
  for (const { name, email, admin, role, team } of Object.values(PEOPLE)) {
    const { id, link } = await createUser(operator, { name, email, admin });
    await setPassword(operator, { token: link.split('/').at(-1) ?? '', password });
    if (role !== null) await grantRole(operator, { user: id, platform: null, role, team });
  }
}

/** A platform with its capabilities, a few targets of its own, and what its people thought of it when they began. */
export async function makePlatform(world: World, given: DemoPlatform): Promise<void> {
  const { key, name, timeZone, fiscalYearStartMonth, courses, claims } = given;
  const maren = await world.as('maren');
  const capabilities = Object.keys(courses);
  await createPlatform(maren, { key, name, timeZone, fiscalYearStartMonth, capabilities });
  for (const [capability, { owner, mandatory, weight, state }] of Object.entries(courses)) {
    await saveCapability(maren, {
      ...{ platform: key, key: capability, ownerTeam: owner, mandatory: mandatory ?? false, weight: weight ?? 1 },
      state: state ?? 'offered',
    });
  }
  const [first, second] = capabilities;
  if (first) await saveTarget(maren, { platform: key, capability: first, aspect: 'measurement', level: 2 });
  if (second) await saveTarget(maren, { platform: key, capability: second, aspect: 'interfaces', level: 4 });
  const answers = Object.entries(claims).flatMap(([aspect, given]) =>
    [...given].map((answer, index) => [`${aspect}_${index + 1}`, answer] as const),
  );
  const query = new URLSearchParams([...answers.map(([name, value]) => [name, value]), ['v', '0.9.0']]);
  await importPemm(maren, { platform: key, link: `https://example.org/assessment?${query}` });
}
