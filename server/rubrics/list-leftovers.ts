import type { Kysely } from 'kysely';
import { z } from 'zod';
import { listTargets } from '#db/queries/catalogue.ts';
import { countClaims, countPlans, listScenarioTexts } from '#db/queries/rubric-places.ts';
import type { Database } from '#db/schema.ts';
import type { Pack } from '#rubrics/pack.ts';
import { renameMap } from '#rubrics/versions/rename-map.ts';
import { readKept } from '../planning/require-scenario.ts';

export const LEFTOVER_KINDS = [
  'attestations',
  'exemptions',
  'improvements',
  'campaigns',
  'estimates',
  'itemTargets',
  'scenarios',
  'targets',
] as const;

export const leftoverSchema = z.strictObject({
  kind: z.enum(LEFTOVER_KINDS),
  /** the criterion that the rubric does not have; of a target its aspect */
  subject: z.string(),
  /** under which id it lives on, and to which this is carried over; null: it stays as it is, and no score sees it */
  carriedTo: z.string().nullable(),
  count: z.int(),
});
/** What people said or planned about something that a rubric does not have. */
export type Leftover = z.infer<typeof leftoverSchema>;

/** What would be left over of one platform if `to` took the place of `from`; for the rubric in use, what is. */
export async function listLeftovers(
  db: Kysely<Database>,
  { platformId, at, from, to }: { platformId: string; at: string; from: Pack; to: Pack },
): Promise<Leftover[]> {
  const ids = new Set(to.criteria.map(({ id }) => id));
  const renamed = renameMap(from, to);
  const counts: Counts = {
    ...(await countClaims(db, platformId, at)),
    ...(await countPlans(db, platformId)),
    scenarios: await countScenarios(db, platformId),
  };
  const ofCriteria = LEFTOVER_KINDS.flatMap((kind) =>
    (counts[kind] ?? [])
      .filter(({ criterion }) => !ids.has(criterion))
      .map(({ criterion, count }) => ({
        ...{ kind, subject: criterion, count: Number(count) },
        carriedTo: renamed.get(criterion) ?? null,
      })),
  );
  const ofTargets = await leftTargets(db, platformId, to);
  return [...ofCriteria.toSorted((a, b) => (a.subject < b.subject ? -1 : 1)), ...ofTargets];
}

type Counts = Partial<Record<Leftover['kind'], { criterion: string; count: number }[]>>;

async function countScenarios(db: Kysely<Database>, platformId: string) {
  const scenarios = await listScenarioTexts(db, platformId);
  const criteria = scenarios.flatMap((scenario) => [...new Set(readKept(scenario).map(({ criterion }) => criterion))]);
  return [...Map.groupBy(criteria, (id) => id)].map(([criterion, of]) => ({ criterion, count: of.length }));
}

async function leftTargets(db: Kysely<Database>, platformId: string, { pack }: Pack): Promise<Leftover[]> {
  const aspects = new Set(pack.aspects.map(({ key }) => key));
  const levels = new Set(pack.levels.map(({ level }) => level));
  const left = (await listTargets(db, platformId)).filter(
    ({ aspect, level }) => !aspects.has(aspect) || !levels.has(level),
  );
  const byAspect = Map.groupBy(left, ({ aspect }) => aspect);
  return [...byAspect].map(([subject, of]) => ({ kind: 'targets', subject, carriedTo: null, count: of.length }));
}
