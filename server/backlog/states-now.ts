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
  return places.map(({ criterion, capability }) => {
    const { state = null, value = null } = results.get(keyOf(criterion, capability)) ?? {};
    return { criterion, capability: capability ?? '', stateBefore: state, valueBefore: value };
  });
}

type Held = Omit<ImprovementCriterion, 'improvementId'>;

/** The same where some places stay: those keep the state that their effect is measured from. */
export async function withStatesKept(
  ctx: Pick<Context, 'db'>,
  platformId: string,
  { places, held }: { places: readonly CriterionPlace[]; held: readonly Held[] },
): Promise<Omit<ImprovementCriterion, 'improvementId'>[]> {
  const nameOf = ({ criterion, capability }: Pick<Held, 'criterion' | 'capability'>) => keyOf(criterion, capability);
  const before = new Map(held.map((one) => [nameOf(one), one]));
  const rows = await withStatesNow(ctx, platformId, places);
  return rows.map((row) => {
    const { stateBefore, valueBefore } = before.get(nameOf(row)) ?? row;
    return { ...row, stateBefore, valueBefore };
  });
}
