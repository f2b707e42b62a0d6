import { keyOf } from '#rubrics/evidence/day-columns.ts';
import type { Platform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { listEfforts } from '../planning/list-efforts.ts';
import type { CriterionPlace } from './improvement-fields.ts';

/** Person-days for some places, by what the platform's people estimate or else the rubric says; null: nobody says anything. */
export async function effortOf(
  { db }: Pick<Context, 'db'>,
  platform: Platform,
  places: readonly CriterionPlace[],
): Promise<number | null> {
  const efforts = await listEfforts(db, platform);
  const known = places.flatMap(({ criterion, capability }) => efforts.get(keyOf(criterion, capability)) ?? []);
  return known.length === 0 ? null : known.reduce((sum, days) => sum + days, 0);
}
