import type { Kysely } from 'kysely';
import { listCapabilities } from '#db/queries/catalogue.ts';
import { listEffortEstimates } from '#db/queries/efforts.ts';
import type { Database } from '#db/schema.ts';
import { keyOf } from '#rubrics/evidence/day-columns.ts';
import { appliesTo } from '#rubrics/scoring/applies-to.ts';
import type { Platform } from '../catalogue/find-platform.ts';
import { rubricOf } from '../rubrics/rubric-of.ts';

/** Person-days for one place; null: nobody has said. */
export type Efforts = Map<string, number | null>;

/**
 * The person-days to bring each criterion where one wants it, by `keyOf(criterion, capability)`; a criterion of the platform
 * stands under the capability null. What the platform's own people estimate goes before what the rubric says. Every place
 * where a criterion applies is there; archived capabilities are not.
 */
export async function listEfforts(db: Kysely<Database>, platform: Platform): Promise<Efforts> {
  const [capabilities, estimates] = await Promise.all([
    listCapabilities(db, platform.id),
    listEffortEstimates(db, platform.id),
  ]);
  const own = new Map(estimates.map(({ criterion, capability, days }) => [keyOf(criterion, capability || null), days]));
  const scored = capabilities
    .filter(({ state }) => state !== 'archived')
    .map(({ key, consumption, mandatory }) => ({ key, consumption, mandatory: mandatory === 1 }));
  const places = rubricOf(platform).pack.criteria.flatMap(({ id, scope, effort, applies_to }) => {
    const where =
      scope === 'platform' ? [null] : scored.filter((one) => appliesTo(applies_to ?? null, one)).map(({ key }) => key);
    return where.map((capability) => ({ key: keyOf(id, capability), effort: effort ?? null }));
  });
  return new Map(places.map(({ key, effort }) => [key, own.get(key) ?? effort]));
}
