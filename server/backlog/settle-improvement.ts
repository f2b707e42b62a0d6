import { type Improvement, insertImprovementMove } from '#db/queries/improvements.ts';
import { saveVersion } from '#db/queries/save-version.ts';
import type { Context } from '../context.ts';
import { recordAudit } from '../people/record-audit.ts';
import type { MeasuredEffect } from './backlog-snapshot.ts';

type Verdict = { state: 'verified'; measured: MeasuredEffect } | { state: 'not_confirmed'; asOf: string };

/**
 * Writes what an evaluation says about an improvement, with what it measured. False, and nothing is written, where somebody
 * changed the improvement meanwhile: the next evaluation looks at it anew.
 */
export async function settleImprovement(
  ctx: Pick<Context, 'db' | 'now' | 'actor'>,
  improvement: Improvement,
  verdict: Verdict,
): Promise<boolean> {
  const { id, platformId, version, state: from } = improvement;
  const at = ctx.now().toISOString();
  const measured = verdict.state === 'verified' ? verdict.measured : null;
  return ctx.db.transaction().execute(async (trx) => {
    const change = { state: verdict.state, measured: measured && JSON.stringify(measured), updatedAt: at };
    if (!(await saveVersion(trx, 'improvement', { id, version }, change))) return false;
    await insertImprovementMove(trx, { improvementId: id, version: version + 1, state: verdict.state, at });
    const asOf = verdict.state === 'verified' ? verdict.measured.asOf : verdict.asOf;
    const detail = { from, to: verdict.state, asOf, measured: measured?.value ?? null };
    await recordAudit(trx, ctx, { action: 'improvement.move', platformId, subject: id, detail });
    return true;
  });
}
