import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import { z } from 'zod';
import { keepAnswer } from '#db/queries/idempotency.ts';
import type { NewSample } from '#db/queries/samples.ts';
import { insertSourceRun } from '#db/queries/source-runs.ts';
import type { Database } from '#db/schema.ts';
import type { Actor, Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { type Checked, checkSamples } from './check-samples.ts';
import { loadCatalogues } from './load-catalogues.ts';
import type { ReadSample } from './read-metrics-body.ts';
import { findSeriesIds, writeSamples } from './write-samples.ts';

const KEPT_MS = 86_400_000;

export type Delivery = {
  samples: readonly ReadSample[];
  /** the caller's key and a hash of what it sent: the same delivery again gets the first one's answer */
  idempotency: { key: string; requestHash: string } | null;
};

export const recordedSchema = z.strictObject({
  accepted: z.int(),
  rejected: z.array(z.strictObject({ index: z.int(), reason: z.string() })),
});
export type Recorded = z.infer<typeof recordedSchema>;

/**
 * Takes samples in: those that can be stored are stored, the others are named with a reason. When this returns, what was
 * accepted survives a power cut. The same series and time again: the newest value counts, the older one is kept aside.
 */
export async function recordSamples(ctx: Context, delivery: Delivery): Promise<Recorded> {
  const find = await loadCatalogues(ctx);
  const nowMs = ctx.now().getTime();
  const checked = checkSamples(delivery.samples, find, nowMs);
  const answer: Recorded = {
    accepted: checked.accepted.length,
    rejected: checked.rejected.map(({ index, reason }) => ({ index, reason })),
  };
  const samples = await findSeriesIds(ctx.db, checked.accepted);
  return ctx.db.transaction().execute(async (trx) => {
    const earlier = await findEarlierAnswer(trx, { actor: ctx.actor, delivery, answer, nowMs });
    if (earlier !== null) return earlier;
    await writeRuns(trx, { origin: originOf(ctx.actor), checked, samples, nowMs });
    return answer;
  });
}

type Answering = { actor: Actor; delivery: Delivery; answer: Recorded; nowMs: number };

async function findEarlierAnswer(trx: Transaction<Database>, answering: Answering): Promise<Recorded | null> {
  const { actor, delivery, answer, nowMs } = answering;
  if (delivery.idempotency === null) return null;
  const { key, requestHash } = delivery.idempotency;
  const owner = actor.kind === 'token' || actor.kind === 'person' ? actor.id : actor.kind;
  const hashedKey = createHash('sha256').update(`${owner}\n${key}`).digest('hex');
  const kept = await keepAnswer(
    trx,
    { key: hashedKey, requestHash, response: JSON.stringify(answer), createdAtMs: nowMs },
    nowMs - KEPT_MS,
  );
  if (kept === null) return null;
  if (kept.requestHash !== requestHash) {
    throw new AppError('CONFLICT', 'This Idempotency-Key was used for another body within the last 24 hours.');
  }
  return recordedSchema.parse(JSON.parse(kept.response));
}

type Runs = { origin: string; checked: Checked; samples: NewSample[]; nowMs: number };

/** One run a platform: the provenance of its values, and what was wrong with the others. */
async function writeRuns(trx: Transaction<Database>, { origin, checked, samples, nowMs }: Runs): Promise<void> {
  const known = new Set([...checked.accepted, ...checked.rejected].flatMap(({ platformId }) => platformId ?? []));
  const [only] = known;
  // what names no platform belongs to the only one that the others are about
  const strays = known.size === 1 && only !== undefined ? only : null;
  const refused = checked.rejected.map((one) => ({ ...one, platformId: one.platformId ?? strays }));
  for (const platformId of new Set([...known, ...refused.map((one) => one.platformId)])) {
    const mine = samples.filter((_, index) => checked.accepted[index]?.platformId === platformId);
    const rejected = refused.filter((one) => one.platformId === platformId);
    const [first] = rejected;
    const runId = await insertSourceRun(trx, {
      platformId,
      source: 'metrics-api',
      origin,
      startedAtMs: nowMs,
      finishedAtMs: nowMs,
      accepted: mine.length,
      rejected: rejected.length,
      error: first === undefined ? null : `Sample ${first.index}: ${first.reason}`,
    });
    if (platformId !== null && mine.length > 0) {
      await writeSamples(trx, { platformId, samples: mine }, { receivedAtMs: nowMs, runId });
    }
  }
}

const originOf = (actor: Actor) => (actor.kind === 'anonymous' ? 'anonymous' : actor.name);
