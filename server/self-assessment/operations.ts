import { z } from 'zod';
import { operation } from '../rest/operation.ts';
import { importPemm } from './import-pemm.ts';
import { previewPemm, previewPemmInput } from './preview-pemm.ts';
import { readSelfAssessment, readSelfAssessmentInput } from './read-self-assessment.ts';
import { saveClaims, saveClaimsInput } from './save-claims.ts';

const path = '/platforms/{platform}/self-assessment';
const claimed = z
  .number()
  .nullable()
  .describe('a level of the rubric or half-way between two, such as 2.5; null: not known');
const claimSchema = z.strictObject({
  aspect: z.string(),
  capability: z.string().nullable().describe('null: the platform as a whole, which every capability inherits'),
  claimed,
  answeredBy: z.string(),
  answeredAt: z.string(),
  source: z.string().nullable().describe('what it was imported from, such as "pemm"; null: answered here'),
  version: z.string().nullable(),
});
const importedSchema = z.strictObject({
  stored: z.boolean(),
  version: z.string().nullable(),
  answers: z.record(z.string(), z.int()),
  warnings: z.array(z.string()),
  aspects: z.array(
    z.strictObject({
      aspect: z.string(),
      name: z.string(),
      mean: z.number().nullable().describe('of the answered questions, to two decimals'),
      claimed: claimed.describe('the mean as a claim: the nearest half, the lower one half-way between two'),
      answered: z.int(),
      missing: z.array(z.string()),
      before: claimed,
      after: claimed,
    }),
  ),
});

export const selfAssessmentOperations = [
  operation({
    method: 'GET',
    path,
    summary: 'The self-assessment as it holds today: one claim an aspect, and where a capability differs.',
    scope: 'read',
    input: readSelfAssessmentInput,
    output: z.strictObject({ claims: z.array(claimSchema) }),
    run: async (ctx, input) => ({ claims: (await readSelfAssessment(ctx, input)).claims }),
  }),
  operation({
    method: 'PUT',
    path,
    summary: 'Keeps the given claims; those left out stay. A claim never enters a level.',
    scope: 'attestations:write',
    input: saveClaimsInput,
    output: z.strictObject({ changed: z.int() }),
    run: saveClaims,
  }),
  operation({
    method: 'POST',
    path: `${path}/import`,
    summary: 'Takes a link of the CNCF community assessment as claims, or with "dryRun" says what it would claim.',
    scope: 'attestations:write',
    input: previewPemmInput.extend({ dryRun: z.boolean().default(false) }),
    output: importedSchema,
    run: async (ctx, { dryRun, ...input }) => ({
      stored: !dryRun,
      ...(await (dryRun ? previewPemm : importPemm)(ctx, input)),
    }),
  }),
];
