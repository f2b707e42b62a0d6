import type { ImprovementCriterion } from '#db/queries/improvements.ts';
import { keyOf } from '#rubrics/evidence/day-columns.ts';
import { resultsByPlace } from '#rubrics/scoring/effect.ts';
import type { Context } from '../context.ts';
import { readScorecard } from '../overview/read-scorecard.ts';
import type { CriterionPlace } from './improvement-fields.ts';

/** Criteria as rows, each with its state in the current scorecard: what its effect is measured from. */
export async function withStatesNow(
  ctx: Pick<Context, 'db'>,
  platformId: string,
  places: readonly CriterionPlace[],
): Promise<Omit<ImprovementCriterion, 'improvementId'>[]> {
  const { scorecard } = await readScorecard(ctx.db, platformId);
  const results = resultsByPlace(scorecard ?? { cells: [] });
  return places.map(({ criterion, capability }) => ({
    criterion,
    capability: capability ?? '',
    stateBefore: results.get(keyOf(criterion, capability))?.state ?? null,
  }));
}

type Held = Pick<ImprovementCriterion, 'criterion' | 'capability' | 'stateBefore'>;

/** The same where some places stay: those keep the state that their effect is measured from. */
export async function withStatesKept(
  ctx: Pick<Context, 'db'>,
  platformId: string,
  { places, held }: { places: readonly CriterionPlace[]; held: readonly Held[] },
): Promise<Omit<ImprovementCriterion, 'improvementId'>[]> {
  const before = new Map(held.map((one) => [keyOf(one.criterion, one.capability || null), one.stateBefore]));
  const rows = await withStatesNow(ctx, platformId, places);
  return rows.map((row) => {
    const key = keyOf(row.criterion, row.capability || null);
    return { ...row, stateBefore: before.has(key) ? (before.get(key) ?? null) : row.stateBefore };
  });
}
