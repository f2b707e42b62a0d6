import { z } from 'zod';
import { keyField } from '../catalogue/fields.ts';
import { operation } from '../rest/operation.ts';
import { pageByKey, pageInput, pageOf } from '../rest/paging.ts';
import { listExemptions } from './list-exemptions.ts';
import { requestExemption, requestExemptionInput } from './request-exemption.ts';

const decisionSchema = z.enum(['awaiting', 'approved', 'declined', 'withdrawn']);
const exemptionSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(['exemption', 'not_applicable']),
  criterion: z.string(),
  capability: z.string().nullable().describe('null: the platform as a whole'),
  reason: z.string(),
  requestedBy: z.string(),
  requestedAt: z.string(),
  decision: decisionSchema,
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  decisionNote: z.string().nullable(),
  selfApproved: z.boolean(),
  expiresAt: z
    .string()
    .nullable()
    .describe('when it ends or was ended; null: not applicable until somebody takes it back'),
});

const path = '/platforms/{platform}/exemptions';

export const exemptionOperations = [
  operation({
    method: 'GET',
    path,
    summary: 'Lists exemptions and not-applicable requests with their decisions, the oldest first.',
    scope: 'read',
    input: z.strictObject({
      platform: keyField,
      criterion: z.string().max(20).optional(),
      capability: keyField.optional(),
      ...pageInput,
    }),
    output: pageOf(exemptionSchema),
    run: async (ctx, { limit, cursor, ...wanted }) =>
      pageByKey(await listExemptions(ctx, wanted), { limit, cursor }, ({ requestedAt, id }) => `${requestedAt} ${id}`),
  }),
  operation({
    method: 'POST',
    path,
    summary: 'Asks that a criterion counts as met for a time, or that it is not applicable. A second person decides.',
    scope: 'attestations:write',
    status: 201,
    input: requestExemptionInput,
    output: z.strictObject({ id: z.string(), decision: decisionSchema, expiresAt: z.string().nullable() }),
    run: requestExemption,
  }),
];
