import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { insertConsensus, listConsensus } from '#db/queries/rating-rounds.ts';
import { insertClaimsImport } from '#db/queries/self-assessment.ts';
import { textField } from '../catalogue/fields.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { accountOf } from '../people/account-of.ts';
import { recordAudit } from '../people/record-audit.ts';
import { claimedField } from '../self-assessment/claimed-field.ts';
import { claimsInWords, requirePlaces, writeClaims } from '../self-assessment/save-claims.ts';
import { loadRound, placeFields, readScale, requireUnits, roundInput, SCOPE, type Unit, unitKey } from './round.ts';

export const recordConsensusInput = roundInput.extend({
  consensus: z
    .array(
      z.strictObject({
        ...placeFields,
        /** null: agreed that it is not known */
        rating: claimedField,
        why: textField(1_000).refine((why) => why !== '', 'Write why: one sentence is enough.'),
      }),
    )
    .min(1)
    .max(400),
});

/** What was agreed before stays, and is shown. */
const MOST_TIMES = 20;

async function refuseEndless(ctx: Context, roundId: string, wanted: readonly Unit[]): Promise<void> {
  const times = Map.groupBy(
    await listConsensus(ctx.db, roundId),
    ({ aspect, capability }) => `${capability}/${aspect}`,
  );
  const worn = wanted.find((unit) => (times.get(unitKey(unit))?.length ?? 0) >= MOST_TIMES);
  if (worn === undefined) return;
  const message = `What was agreed about "${unitKey(worn)}" was written down ${MOST_TIMES} times. Open another round.`;
  throw new AppError('CONFLICT', message);
}

/**
 * Keeps what was agreed after the reveal, beside the first ratings. It becomes the platform's claim, never its level.
 * Editors record it for all, owners for the capabilities of their teams.
 */
export async function recordConsensus(ctx: Context, input: z.output<typeof recordConsensusInput>) {
  const { platform, round } = await loadRound(ctx, input, 'owner', SCOPE);
  if (round.state !== 'revealed') {
    throw new AppError('CONFLICT', 'Agree after the reveal: until then nobody knows what the others think.');
  }
  requireUnits(readScale(round), input.consensus);
  await refuseEndless(ctx, round.id, input.consensus);
  const claims = input.consensus.map(({ aspect, capability, rating }) => ({ aspect, capability, claimed: rating }));
  await requirePlaces(ctx, platform, claims);
  const recordedBy = await accountOf(ctx);
  const recordedAt = ctx.now().toISOString();
  const importId = randomUUID();
  const rows = input.consensus.map(({ aspect, capability, rating, why }) => ({
    ...{ roundId: round.id, aspect, capability: capability ?? '', rating, why, recordedBy, recordedAt },
  }));
  const changed = await ctx.db.transaction().execute(async (trx) => {
    await insertConsensus(trx, rows);
    const answers = JSON.stringify({ round: round.id });
    const origin = { source: 'rating-round', version: null, answers, importedBy: recordedBy, importedAt: recordedAt };
    await insertClaimsImport(trx, { id: importId, platformId: platform.id, ...origin });
    const written = await writeClaims(trx, ctx, { platform, claims, answeredBy: recordedBy, importId });
    await recordAudit(trx, ctx, {
      action: 'rating-round.agree',
      platformId: platform.id,
      subject: round.id,
      detail: { title: round.title, ...claimsInWords(claims) },
    });
    return written.length;
  });
  if (changed > 0) await ctx.rescore(platform.id);
  return { recorded: rows.length, claimsChanged: changed };
}
