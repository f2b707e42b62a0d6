import { z } from 'zod';
import { keyField } from '../catalogue/fields.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context, Role } from '../context.ts';
import { AppError } from '../errors.ts';
import { requireRole } from '../people/permissions.ts';
import type { Scope } from '../people/scopes.ts';
import { operation, rawOperation } from '../rest/operation.ts';
import { pageByKey, pageInput, pageOf } from '../rest/paging.ts';
import { decideExemption, decideExemptionInput } from './decide-exemption.ts';
import { exportRegister, exportRegisterInput } from './export-register.ts';
import { listExemptions } from './list-exemptions.ts';
import { readRegister, readRegisterInput } from './read-register.ts';
import { requestExemption, requestExemptionInput } from './request-exemption.ts';
import { requireExemption } from './require-exemption.ts';
import { withdrawExemption, withdrawExemptionInput } from './withdraw-exemption.ts';

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
  approvedUntil: z.string().nullable().describe('until when it had been approved, where it was ended before that'),
  carriedFrom: z.string().nullable().describe('the id that the criterion had in the rubric of then'),
});

const sharesSchema = z.strictObject({
  percent: z.number().nullable().describe('percent to target that rests on exemptions, as a fraction'),
  levels: z.array(
    z.strictObject({ level: z.int(), cells: z.int(), resting: z.int().describe('of these, only by exemptions') }),
  ),
  resting: z
    .array(
      z.strictObject({
        capability: z.string(),
        capabilityName: z.string(),
        aspect: z.string(),
        level: z.number().describe('whole where levels are gated'),
        without: z.number().nullable().describe('its level without exemptions; null: not offered'),
        criteria: z.array(z.string()).describe('the exempt criteria that hold it up'),
        fallsAt: z.string().nullable().describe('when the first of these ends'),
      }),
    )
    .describe('cells that would fall, the soonest first'),
});

const path = '/platforms/{platform}/exemptions';

/** Refuses a request that is of another platform than the address says. */
async function requireOf(
  ctx: Context,
  { platform: key, id }: { platform: string; id: string },
  [role, scope]: readonly [Role, Scope],
): Promise<void> {
  const platform = await findPlatform(ctx, key);
  requireRole(ctx, platform.id, role, scope);
  const { platformId } = await requireExemption(ctx, id);
  if (platformId !== platform.id) throw new AppError('NOT_FOUND', 'There is no such request.');
}

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
  operation({
    method: 'POST',
    path: `${path}/{id}/withdraw`,
    summary: 'Takes a request back, or ends what was approved from now on. What it did until now stays.',
    scope: 'attestations:write',
    input: withdrawExemptionInput.extend({ platform: keyField }),
    output: z.strictObject({ id: z.string(), endedAt: z.string() }),
    run: async (ctx, { platform, id }) => {
      await requireOf(ctx, { platform, id }, ['owner', 'attestations:write']);
      return withdrawExemption(ctx, { id });
    },
  }),
  operation({
    method: 'POST',
    path: `${path}/{id}/decide`,
    summary: 'Approves or declines a request, in the name of the person who made the token; never one of their own.',
    scope: 'reviews:write',
    input: decideExemptionInput.extend({ platform: keyField }),
    output: z.strictObject({ id: z.string(), decision: decisionSchema, selfApproved: z.boolean() }),
    run: async (ctx, { platform, ...input }) => {
      await requireOf(ctx, { platform, id: input.id }, ['editor', 'reviews:write']);
      return decideExemption(ctx, input);
    },
  }),
  operation({
    method: 'GET',
    path: `${path}/shares`,
    summary: 'How much of each level rests on exemptions, which cells would fall, and when.',
    scope: 'read',
    input: readRegisterInput,
    output: sharesSchema,
    run: async (ctx, input) => {
      const { percent, levels, resting } = await readRegister(ctx, input);
      return { percent, levels, resting };
    },
  }),
  rawOperation({
    method: 'GET',
    path: `${path}.csv`,
    summary: 'The register of exemptions as a CSV file for spreadsheets.',
    scope: 'read',
    input: exportRegisterInput,
    produces: { 'text/csv': null },
    answer: exportRegister,
  }),
];
