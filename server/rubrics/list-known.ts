import type { Kysely } from 'kysely';
import { listRubricVersions } from '#db/queries/rubrics.ts';
import type { Database } from '#db/schema.ts';
import type { Rubric } from '#rubrics/rubric.ts';
import { compareVersions } from '#rubrics/versions/bump.ts';
import { readFrozenRubric } from './read-frozen-rubric.ts';
import { installedRubrics, keptRubrics } from './rubric-of.ts';

type Published = { note: string; publishedBy: string; publishedAt: string };
/** A version that a platform can be scored by; `published` is null where it comes, or came, with Plumbline. */
export type KnownVersion = {
  rubric: Rubric;
  published: Published | null;
  /** this version of Plumbline ships another text under its name, which nobody here is scored by */
  shadows: boolean;
};

const nameOf = ({ id, version }: Rubric) => `${id}@${version}`;

/** Every version of every rubric, by id, the newest version first. */
export async function listKnown(db: Kysely<Database>): Promise<KnownVersion[]> {
  const rows = await listRubricVersions(db);
  const published = await Promise.all(
    rows.map(async ({ sha256, note, publishedBy, publishedAt }) => {
      const rubric = await readFrozenRubric(db, sha256);
      if (rubric === undefined) throw new Error(`The rubric ${sha256} is gone.`);
      return { rubric, published: { note, publishedBy, publishedAt } };
    }),
  );
  const shipped = [...keptRubrics(), ...installedRubrics()].map((rubric) => ({ rubric, published: null }));
  const byName = new Map([...shipped.toReversed(), ...published].map((one) => [nameOf(one.rubric), one]));
  const installed = new Map(installedRubrics().map((rubric) => [nameOf(rubric), rubric.sha256]));
  return [...byName]
    .map(([name, one]) => ({ ...one, shadows: (installed.get(name) ?? one.rubric.sha256) !== one.rubric.sha256 }))
    .toSorted(
      ({ rubric: a }, { rubric: b }) =>
        (a.id < b.id ? -1 : a.id > b.id ? 1 : 0) || compareVersions(b.version, a.version),
    );
}
