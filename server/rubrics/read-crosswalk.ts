import { z } from 'zod';
import { listRubricVersions } from '#db/queries/rubrics.ts';
import type { CrosswalkEntry } from '#rubrics/crosswalk.ts';
import type { Rubric } from '#rubrics/rubric.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { requireRole } from '../people/permissions.ts';
import { crosswalkOf } from './crosswalk-of.ts';
import { installedRubrics, knownRubric, rubricOf } from './rubric-of.ts';

export const readCrosswalkInput = z.strictObject({
  platform: z.string(),
  criterion: z.string().max(20).optional().describe('only its neighbours, and those of its aspect'),
});

const neighbourSchema = z.strictObject({
  from: z.string().describe('an aspect or a criterion of the rubric'),
  name: z.string(),
  model: z.string(),
  to: z.string().describe('what it is called there'),
  note: z.string().nullable(),
  pack: z.string().nullable().describe('the id of a pack that says what the other model says; null: none is known'),
  at: z.string().nullable().describe('the aspect or criterion of that pack'),
  pointsHere: z.boolean().describe('the other pack names this neighbour, and this rubric does not'),
});
type Neighbour = z.infer<typeof neighbourSchema>;

export const crosswalkSchema = z.strictObject({
  known: z.boolean().describe("false: nothing says what the rubric's files were (a frozen quarter brought it along)"),
  entries: z.array(neighbourSchema),
});

/**
 * Where aspects and criteria of a platform's rubric have neighbours in other models, named by its own crosswalk or by that of
 * another pack: see also, never a conversion.
 */
export async function readCrosswalk(
  ctx: Context,
  { platform: key, criterion }: z.infer<typeof readCrosswalkInput>,
): Promise<z.infer<typeof crosswalkSchema>> {
  const platform = await findPlatform(ctx, key);
  requireRole(ctx, platform.id, 'viewer', 'read');
  const rubric = rubricOf(platform);
  const isAsked = askedFor(rubric, criterion);
  const own = await crosswalkOf(ctx.db, rubric);
  const named = namesOf(rubric);
  const entries = (own ?? []).map((entry) => describe(entry, named));
  return { known: own !== null, entries: [...entries, ...(await pointingHere(ctx, rubric, entries))].filter(isAsked) };
}

function askedFor({ pack: { criteria } }: Rubric, id: string | undefined): (neighbour: Neighbour) => boolean {
  if (id === undefined) return () => true;
  const criterion = criteria.find((one) => one.id === id);
  if (criterion === undefined) throw new AppError('NOT_FOUND', `There is no criterion "${id}" in this rubric.`);
  return ({ from }) => from === id || from === criterion.aspect;
}

type Names = ReadonlyMap<string, string>;

/** What aspects and criteria are called, by key and id. */
const namesOf = ({ pack: { pack, criteria } }: Rubric): Names =>
  new Map([
    ...pack.aspects.map(({ key, name }) => [key, name] as const),
    ...criteria.map(({ id, title }) => [id, title] as const),
  ]);

const describe = ({ from, model, to, note, pack, at }: CrosswalkEntry, names: Names): Neighbour => ({
  ...{ from, name: names.get(from) ?? from, model, to, note: note ?? null },
  ...{ pack: pack ?? null, at: at ?? null, pointsHere: false },
});

/** What other packs say of this one, without what it says itself. */
async function pointingHere(ctx: Context, rubric: Rubric, own: readonly Neighbour[]): Promise<Neighbour[]> {
  const names = namesOf(rubric);
  const others = await Promise.all(
    (await otherRubrics(ctx, rubric)).map(async (other) => ({ other, crosswalk: await crosswalkOf(ctx.db, other) })),
  );
  return others.flatMap(({ other, crosswalk }) => {
    const theirs = namesOf(other);
    const { name, version } = other.pack.pack.model;
    const model = own.find(({ pack }) => pack === other.id)?.model ?? `${name} ${version}`;
    return (crosswalk ?? []).flatMap(({ from, pack, at = '', note }): Neighbour[] => {
      const here = names.get(at);
      const isSaid = own.some((one) => one.from === at && one.pack === other.id && one.at === from);
      if (pack !== rubric.id || here === undefined || isSaid) return [];
      const there = { model, to: theirs.get(from) ?? from, note: note ?? null, pack: other.id, at: from };
      return [{ from: at, name: here, ...there, pointsHere: true }];
    });
  });
}

/** The newest version of every other pack: the one published here last, else the one that comes with Plumbline. */
async function otherRubrics({ db }: Context, { id }: Rubric): Promise<Rubric[]> {
  const published = (await listRubricVersions(db)).flatMap(
    ({ packId, version }) => knownRubric({ packId, packVersion: version }) ?? [],
  );
  const byPack = new Map([...installedRubrics(), ...published].map((one) => [one.id, one]));
  return [...byPack.values()].filter((other) => other.id !== id);
}
