import type { Kysely } from 'kysely';
import {
  type Improvement,
  type ImprovementCriterion,
  listAwaitingEvidence,
  listImprovementCriteria,
} from '#db/queries/improvements.ts';
import type { Database } from '#db/schema.ts';
import { keyOf } from '#rubrics/evidence/day-columns.ts';
import { resultsByPlace, standingOf } from '#rubrics/scoring/effect.ts';
import type { Scorecard } from '#rubrics/scoring/scorecard.ts';
import type { Scored } from '../assessments/score-platform.ts';
import type { Graded } from '../assessments/stored-scorecard.ts';
import { endCampaigns } from '../campaigns/end-campaigns.ts';
import type { Context } from '../context.ts';
import { measureEffect } from './measure-effect.ts';
import { settleImprovement } from './settle-improvement.ts';

/** How long evidence may take to show what is done: the window over which metrics are read unless a criterion says otherwise. */
const GRACE_DAYS = 90;
const DAY_MS = 86_400_000;
/** In whose name an evaluation moves what is done. */
export const EVALUATION = 'evaluation';

/** Until when an improvement that is done waits for evidence before it counts as not confirmed. */
export const confirmBy = (closedAt: string): string =>
  new Date(Date.parse(closedAt) + GRACE_DAYS * DAY_MS).toISOString();

export type Standing = 'reached' | 'missed' | 'open';

/**
 * Whether a scorecard shows an improvement's criteria where it wants them: all of those in force are, at least one is not, or
 * something is not known. With none in force it stays open.
 */
export function standingOfAll(
  criteria: readonly Pick<ImprovementCriterion, 'criterion' | 'capability'>[],
  results: ReturnType<typeof resultsByPlace>,
): Standing {
  const standings = criteria.flatMap(({ criterion, capability }) => {
    const result = results.get(keyOf(criterion, capability || null));
    return (result === undefined ? null : standingOf(result)) ?? [];
  });
  if (standings.includes('missed')) return 'missed';
  return standings.length === 0 || standings.includes('open') ? 'open' : 'reached';
}

/** Whether a scorecard is an evaluation after an improvement was closed. */
export const isJudgedBy = ({ closedAt }: Pick<Improvement, 'closedAt'>, { asOf }: Pick<Scorecard, 'asOf'>): boolean =>
  closedAt !== null && closedAt < asOf;

/** A scorecard by which is judged; its evidence is loaded only where an effect is to be measured. */
export type Judging = Pick<Graded, 'rubric' | 'scorecard'> & { load: () => Promise<Scored> };

/**
 * After each scoring: what is done is verified when its criteria are met from evidence, and not confirmed when after the time
 * of grace one of them still is not. What is not known stays waiting. What was not confirmed is verified when evidence comes late.
 * Campaigns end in which everything is met.
 */
export async function judgeImprovements(
  { db, now }: { db: Kysely<Database>; now: Context['now'] },
  platformId: string,
  scored: Judging,
): Promise<void> {
  const results = resultsByPlace(scored.scorecard);
  const criteriaNow = new Set(scored.rubric.pack.criteria.map(({ id }) => id));
  await endCampaigns({ db, now }, platformId, { criteria: criteriaNow, results });
  const waiting = (await listAwaitingEvidence(db, platformId)).filter((one) => isJudgedBy(one, scored.scorecard));
  if (waiting.length === 0) return;
  const criteria = Map.groupBy(await listImprovementCriteria(db, { platformId }), (one) => one.improvementId);
  const ctx = { db, now, actor: { kind: 'system', name: EVALUATION } } as const;
  for (const improvement of waiting) {
    const own = criteria.get(improvement.id) ?? [];
    const standing = standingOfAll(own, results);
    if (standing === 'reached') {
      const measured = measureEffect(await scored.load(), own);
      await settleImprovement(ctx, improvement, { state: 'verified', measured });
    } else if (standing === 'missed' && improvement.state === 'done' && isOverdue(improvement, scored.scorecard)) {
      await settleImprovement(ctx, improvement, { state: 'not_confirmed', asOf: scored.scorecard.asOf });
    }
  }
}

const isOverdue = ({ closedAt }: Improvement, { asOf }: Pick<Scorecard, 'asOf'>) =>
  closedAt !== null && confirmBy(closedAt) <= asOf;
