import { type ClaimPlace, listAttestations } from '#db/queries/attestations.ts';
import { type Exemption, listExemptions } from '#db/queries/exemptions.ts';
import { countAccounts } from '#db/queries/people.ts';
import type { Context } from '../context.ts';
import { roleOn } from '../people/permissions.ts';

const CLAIMS_SHOWN = 5;

/**
 * Whose claims the actor may judge: those of others; their own only where nobody else could. The same rule as
 * `requireJudge`, asked before the buttons are shown.
 */
export async function judgeOf(
  ctx: Context,
  platformId: string,
  claimants: string[],
): Promise<(claimant: string) => boolean> {
  const { actor } = ctx;
  const role = roleOn(actor, platformId);
  if (actor.kind !== 'person' || (role !== 'editor' && role !== 'admin')) return () => false;
  const isAlone = claimants.includes(actor.id) && (await countAccounts(ctx.db)) === 1;
  return (claimant) => claimant !== actor.id || isAlone;
}

/** Whether a request still does or may do something: it waits, or is approved and has not run out. */
function standingOf({ decision, expiresAt }: Exemption, now: string) {
  const isOver = expiresAt !== null && expiresAt <= now;
  return { isOver, isStanding: decision === 'awaiting' || (decision === 'approved' && !isOver) };
}

/** What was answered about a criterion and what was asked for instead of meeting it, the newest first. */
export async function readClaims(ctx: Context, place: ClaimPlace) {
  const [answers, requests] = await Promise.all([listAttestations(ctx.db, place), listExemptions(ctx.db, place)]);
  const waiting = [
    ...answers.filter(({ review }) => review === 'awaiting').map(({ answeredBy }) => answeredBy),
    ...requests.filter(({ decision }) => decision === 'awaiting').map(({ requestedBy }) => requestedBy),
  ];
  const mayJudge = await judgeOf(ctx, place.platformId, waiting);
  return {
    answers: answers.slice(0, CLAIMS_SHOWN).map((row) => ({
      ...{
        id: row.id,
        answer: row.answer,
        link: row.link,
        note: row.note,
        at: row.answeredAt,
        expiresAt: row.expiresAt,
      },
      ...{ review: row.review, reviewNote: row.reviewNote, selfApproved: row.selfApproved === 1 },
      carriedFrom: row.carriedFrom,
      by: row.answererName ?? row.answeredBy,
      reviewedBy: row.reviewerName ?? row.reviewedBy,
      mayReview: row.review === 'awaiting' && mayJudge(row.answeredBy),
    })),
    requests: requests.slice(0, CLAIMS_SHOWN).map((row) => ({
      ...{ id: row.id, kind: row.kind, reason: row.reason, at: row.requestedAt, expiresAt: row.expiresAt },
      ...{ decision: row.decision, decisionNote: row.decisionNote, selfApproved: row.selfApproved === 1 },
      carriedFrom: row.carriedFrom,
      by: row.requesterName ?? row.requestedBy,
      decidedBy: row.deciderName ?? row.decidedBy,
      mayDecide: row.decision === 'awaiting' && mayJudge(row.requestedBy),
      ...standingOf(row, ctx.now().toISOString()),
    })),
  };
}
