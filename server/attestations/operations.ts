import { z } from 'zod';
import { findAttestation } from '#db/queries/attestations.ts';
import { keyField } from '../catalogue/fields.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import { AppError } from '../errors.ts';
import { requireRole } from '../people/permissions.ts';
import { operation } from '../rest/operation.ts';
import { pageByKey, pageInput, pageOf } from '../rest/paging.ts';
import { answerCriterion, answerCriterionInput } from './answer-criterion.ts';
import { listAttestations } from './list-attestations.ts';
import { reviewAttestation, reviewAttestationInput } from './review-attestation.ts';

const reviewSchema = z.enum(['awaiting', 'accepted', 'rejected', 'not_needed']);
const attestationSchema = z.strictObject({
  id: z.string(),
  criterion: z.string(),
  capability: z.string().nullable().describe('null: the platform as a whole'),
  answer: z.string(),
  link: z.string().nullable(),
  note: z.string().nullable(),
  answeredBy: z.string(),
  answeredAt: z.string(),
  expiresAt: z.string(),
  review: reviewSchema,
  reviewedBy: z.string().nullable(),
  reviewedAt: z.string().nullable(),
  reviewNote: z.string().nullable(),
  selfApproved: z.boolean(),
  carriedFrom: z.string().nullable().describe('the id that the criterion had in the rubric of then'),
});

const path = '/platforms/{platform}/attestations';

export const attestationOperations = [
  operation({
    method: 'GET',
    path,
    summary: 'Lists the answers to criteria, with their reviews, the oldest first.',
    scope: 'read',
    input: z.strictObject({
      platform: keyField,
      criterion: z.string().max(20).optional(),
      capability: keyField.optional(),
      ...pageInput,
    }),
    output: pageOf(attestationSchema),
    run: async (ctx, { limit, cursor, ...wanted }) =>
      pageByKey(await listAttestations(ctx, wanted), { limit, cursor }, ({ answeredAt, id }) => `${answeredAt} ${id}`),
  }),
  operation({
    method: 'POST',
    path,
    summary:
      'Answers a criterion. It counts once a person other than the one who answered has accepted it; a "no" at once.',
    scope: 'attestations:write',
    status: 201,
    input: answerCriterionInput,
    output: z.strictObject({ id: z.string(), review: reviewSchema, expiresAt: z.string() }),
    run: answerCriterion,
  }),
  operation({
    method: 'POST',
    path: `${path}/{id}/review`,
    summary:
      'Accepts or rejects an answer that waits, in the name of the person who made the token; never one of their own.',
    scope: 'reviews:write',
    input: reviewAttestationInput.extend({ platform: keyField }),
    output: z.strictObject({ id: z.string(), review: reviewSchema, selfApproved: z.boolean() }),
    run: async (ctx, { platform: key, ...input }) => {
      const platform = await findPlatform(ctx, key);
      requireRole(ctx, platform.id, 'editor', 'reviews:write');
      if ((await findAttestation(ctx.db, input.id))?.platformId !== platform.id) {
        throw new AppError('NOT_FOUND', 'There is no such answer.');
      }
      return reviewAttestation(ctx, input);
    },
  }),
];
