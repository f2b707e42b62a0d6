import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { insertAttestation, replaceAwaiting } from '#db/queries/attestations.ts';
import { answersOf } from '#rubrics/answers-of.ts';
import { isWebLink } from '#rubrics/evidence/is-web-link.ts';
import type { AttestationLeaf, Criterion, Test } from '#rubrics/pack.ts';
import type { AnswerSet } from '#rubrics/pack-roll-up.ts';
import { parseDuration } from '#rubrics/parse-duration.ts';
import { keyField } from '../catalogue/fields.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { accountOf } from '../people/account-of.ts';
import { recordAudit } from '../people/record-audit.ts';
import { rubricOf } from '../rubrics/rubric-of.ts';
import { requirePlace } from './require-place.ts';

export const answerCriterionInput = z.strictObject({
  platform: keyField,
  criterion: z.string().max(20),
  /** null: the platform as a whole */
  capability: keyField.nullable(),
  answer: z.string().max(60),
  /** everything that must hold before any answer but the least does hold: asked where the criterion lists such things */
  qualityHolds: z.boolean().optional(),
  link: z.string().trim().max(2000).optional(),
  note: z.string().trim().max(2000).optional(),
});
type Input = z.infer<typeof answerCriterionInput>;

/**
 * Answers a criterion. An answer counts once a second person has accepted it; the least answer ("no") counts at once.
 * It replaces an answer that still waits, and runs out after the time that the criterion names.
 */
export async function answerCriterion(ctx: Context, input: Input) {
  const { platform, criterion } = await requirePlace(ctx, input);
  const leaf = requireLeaf(criterion);
  const isLeast = requireAnswer(leaf, input, rubricOf(platform).pack.pack.answer_sets);
  if (!isLeast && criterion.quality !== undefined && input.qualityHolds !== true) {
    throw new AppError('BAD_REQUEST', `Before this answer, all of this must hold: ${criterion.quality.join('; ')}.`);
  }
  const valid = parseDuration(leaf.valid ?? '365d');
  if (!valid.ok) throw new AppError('UNAVAILABLE', valid.message);
  const answeredAt = ctx.now().toISOString();
  const expiresAt = new Date(ctx.now().getTime() + valid.value * 1000).toISOString();
  const id = randomUUID();
  const place = { platformId: platform.id, criterion: criterion.id, capability: input.capability };
  const review = isLeast ? ('not_needed' as const) : ('awaiting' as const);
  const answeredBy = await accountOf(ctx);
  await ctx.db.transaction().execute(async (trx) => {
    const reviewNote = 'A newer answer replaced this one.';
    await replaceAwaiting(trx, place, { review: 'rejected', reviewedBy: null, reviewedAt: answeredAt, reviewNote });
    await insertAttestation(trx, {
      ...{ id, ...place, answer: input.answer, link: input.link || null, note: input.note || null },
      ...{ answeredBy, answeredAt, expiresAt, review },
      ...{ reviewedBy: null, reviewedAt: null, reviewNote: null, selfApproved: 0 },
    });
    const { answer, link, capability } = input;
    await recordAudit(trx, ctx, {
      action: 'attestation.answer',
      platformId: platform.id,
      subject: criterion.id,
      detail: { id, capability, answer, link: link || null },
    });
  });
  await ctx.rescore(platform.id);
  return { id, review, expiresAt };
}

function requireLeaf(criterion: Criterion): AttestationLeaf {
  const leaf = attestationIn(criterion.test);
  if (leaf) return leaf;
  throw new AppError('BAD_REQUEST', `${criterion.id} is decided by metrics or surveys. It takes no answer.`);
}

/** The answer that a test asks for, wherever in it; null: it asks for none. */
export function attestationIn(test: Test): AttestationLeaf | null {
  if ('attestation' in test) return test;
  if ('not' in test) return attestationIn(test.not);
  const parts = 'all' in test ? test.all : 'any' in test ? test.any : 'at_least' in test ? test.at_least.of : [];
  return parts.reduce<AttestationLeaf | null>((found, part) => found ?? attestationIn(part), null);
}

/** Checks the answer and its link; whether it is the least one, which needs no review. */
function requireAnswer(leaf: AttestationLeaf, { answer, link }: Input, sets: AnswerSet[] | undefined): boolean {
  const answers = answersOf(leaf, sets)?.map(({ key }) => key) ?? [];
  if (!answers.includes(answer)) throw new AppError('BAD_REQUEST', `Answer with one of ${answers.join(', ')}.`);
  if (link) requireLink(link);
  const isLeast = answer === answers[0];
  if (leaf.link === true && !isLeast && !link) {
    throw new AppError('BAD_REQUEST', 'This answer needs a link to its evidence.');
  }
  return isLeast;
}

function requireLink(link: string): void {
  if (!isWebLink(link)) throw new AppError('BAD_REQUEST', 'A link begins with http:// or https://.');
  const { username, password } = new URL(link);
  if (username || password) throw new AppError('BAD_REQUEST', 'This link holds a name or a password. Leave it out.');
}
