import { z } from 'zod';
import { reasonSchema, stateSchema } from '#rubrics/scoring/state-schemas.ts';
import { ROLES } from '#rubrics/scoring/states.ts';
import { keyField } from '../catalogue/fields.ts';
import { importedSchema, previewSchema } from '../catalogue/file-operations.ts';
import { operation, rawOperation } from '../rest/operation.ts';
import { pageByKey, pageInput, pageOf } from '../rest/paging.ts';
import { measuredEffectSchema, predictedEffectSchema } from './backlog-snapshot.ts';
import { changeImprovement, changeImprovementInput } from './change-improvement.ts';
import { createImprovement, createImprovementInput } from './create-improvement.ts';
import { evaluateImprovement, evaluateImprovementInput } from './evaluate-improvement.ts';
import { exportBacklog, exportBacklogInput } from './export-backlog.ts';
import { exportLedger, exportLedgerInput } from './export-ledger.ts';
import { importImprovements, importImprovementsInput } from './import-improvements.ts';
import { IMPROVEMENT_STATES } from './improvement-states.ts';
import { listBacklog } from './list-backlog.ts';
import { moveImprovement, moveImprovementInput } from './move-improvement.ts';
import { openLedger, openLedgerInput } from './open-ledger.ts';
import { previewImprovements, previewImprovementsInput } from './preview-improvements.ts';
import { readImprovement, readImprovementInput } from './read-improvement.ts';

const improvementState = z.enum(IMPROVEMENT_STATES);
const criterionSchema = z.strictObject({
  criterion: z.string(),
  capability: z.string().nullable().describe('null: the platform as a whole'),
  capabilityName: z.string().nullable(),
  title: z.string().nullable().describe('null: the rubric has no such criterion any more'),
  aspect: z.string().nullable(),
  level: z.int().nullable(),
  role: z.enum(ROLES).nullable(),
  state: stateSchema.nullable().describe('in the current scorecard'),
  reason: reasonSchema.nullable(),
  standing: z.enum(['reached', 'missed', 'open']).nullable().describe('null: not in force'),
  stateBefore: stateSchema.nullable().describe('when work began: what the measured effect is measured from'),
  valueBefore: z
    .number()
    .nullable()
    .describe('where answers are added up: what its answer counted then; null: not known, or levels are gated'),
});
const improvementSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  notes: z.string(),
  state: improvementState,
  version: z.int().describe('send it back with a change; a newer one refuses it'),
  owner: z
    .strictObject({ kind: z.enum(['person', 'team']), key: z.string(), name: z.string(), active: z.boolean() })
    .nullable(),
  dueOn: z.string().nullable(),
  effortDays: z.number().nullable(),
  actualDays: z.number().nullable().describe('person-days that it took in the end'),
  campaign: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
  externalKey: z.string().nullable().describe('how the file that it came from calls it'),
  since: z.string().describe('when it came into its state'),
  criteria: z.array(criterionSchema),
  predicted: predictedEffectSchema.nullable(),
  measured: measuredEffectSchema.nullable().describe('null: not verified'),
  createdBy: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  startedAt: z.string().nullable(),
  closedAt: z.string().nullable(),
  confirmBy: z.string().nullable().describe('done: until when evidence may show it'),
  rights: z
    .strictObject({ change: z.boolean(), moves: z.array(improvementState), evaluate: z.boolean() })
    .describe('what this token may do with it'),
});

const fraction = z.number().describe('a change of percent to target: 0.041 is 4.1 points');
const estimateSchema = z.strictObject({ estimate: z.number(), low: z.number(), high: z.number() }).nullable();
const calibrationSchema = z.strictObject({
  settled: z.int(),
  verified: z.int(),
  compared: z.int().describe('with a prediction; one that was not confirmed counts as having brought nothing'),
  predicted: fraction,
  measured: fraction,
  ratio: z.number().nullable().describe('measured over predicted; null: fewer than five'),
  error: estimateSchema.describe('mean of measured less predicted, 90 %; null: fewer than five'),
  share: estimateSchema.describe('share verified, 90 %; null: fewer than five'),
  daysToVerify: z.number().nullable().describe('median days from done to verified'),
  effort: z
    .strictObject({ improvements: z.int(), estimated: z.number(), actual: z.number() })
    .nullable()
    .describe('person-days of those of which both are known'),
});
const ledgerSchema = z.strictObject({
  needed: z.int(),
  items: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      period: z.string(),
      state: z.enum(['verified', 'not_confirmed']),
      predicted: fraction.nullable(),
      measured: fraction.nullable(),
      closedAt: z.string().nullable(),
      settledAt: z.string(),
      effortDays: z.number().nullable(),
      actualDays: z.number().nullable(),
    }),
  ),
  quarters: z.array(calibrationSchema.extend({ period: z.string() })),
  all: calibrationSchema,
});

const path = '/platforms/{platform}/improvements';
const one = `${path}/{id}` as const;
const moved = z.strictObject({ id: z.string(), version: z.int(), state: improvementState });

export const backlogOperations = [
  operation({
    method: 'GET',
    path,
    summary: 'Lists the improvements of a platform with their predicted and measured effects, the oldest first.',
    scope: 'read',
    input: z.strictObject({ platform: keyField, capability: keyField.optional(), ...pageInput }),
    output: pageOf(improvementSchema),
    run: async (ctx, { limit, cursor, ...wanted }) =>
      pageByKey((await listBacklog(ctx, wanted)).items, { limit, cursor }, (row) => `${row.createdAt} ${row.id}`),
  }),
  operation({
    method: 'POST',
    path,
    summary: 'Proposes an improvement of some criteria, and says what it would change.',
    scope: 'backlog:write',
    status: 201,
    input: createImprovementInput,
    output: moved.extend({ effortDays: z.number().nullable(), predicted: predictedEffectSchema.nullable() }),
    run: createImprovement,
  }),
  rawOperation({
    method: 'GET',
    path: `${path}.csv`,
    summary: 'The backlog as a CSV file for spreadsheets.',
    scope: 'read',
    input: exportBacklogInput,
    produces: { 'text/csv': null },
    answer: exportBacklog,
  }),
  operation({
    method: 'POST',
    path: `${path}/preview`,
    summary: 'Says row by row what a CSV file of improvements would do. Writes nothing.',
    scope: 'backlog:write',
    input: previewImprovementsInput,
    output: previewSchema,
    run: previewImprovements,
  }),
  operation({
    method: 'POST',
    path: `${path}/import`,
    summary: 'Takes in a CSV file of improvements: every row, or none where one is wrong; a key that is known changes.',
    scope: 'backlog:write',
    input: importImprovementsInput,
    output: importedSchema,
    run: importImprovements,
  }),
  operation({
    method: 'GET',
    path: '/platforms/{platform}/ledger',
    summary: 'What was predicted and what came of it, of every improvement that an evaluation has settled.',
    scope: 'read',
    input: openLedgerInput,
    output: ledgerSchema,
    run: async (ctx, input) => {
      const { needed, items, quarters, all } = await openLedger(ctx, input);
      return { needed, items, quarters, all };
    },
  }),
  rawOperation({
    method: 'GET',
    path: '/platforms/{platform}/ledger.csv',
    summary: 'The ledger as a CSV file for spreadsheets.',
    scope: 'read',
    input: exportLedgerInput,
    produces: { 'text/csv': null },
    answer: exportLedger,
  }),
  operation({
    method: 'GET',
    path: one,
    summary: 'One improvement.',
    scope: 'read',
    input: readImprovementInput,
    output: improvementSchema,
    run: readImprovement,
  }),
  operation({
    method: 'PATCH',
    path: one,
    summary: 'Changes what an improvement says; other criteria give it a new prediction.',
    scope: 'backlog:write',
    input: changeImprovementInput,
    output: moved.omit({ state: true }),
    run: changeImprovement,
  }),
  operation({
    method: 'POST',
    path: `${one}/move`,
    summary: 'Moves an improvement to another state or rank. Only an evaluation after closing verifies it.',
    scope: 'backlog:write',
    input: moveImprovementInput,
    output: moved,
    run: moveImprovement,
  }),
  operation({
    method: 'POST',
    path: `${one}/evaluate`,
    summary: 'Evaluates at once what is done, by evidence: verified, not confirmed, or still waiting.',
    scope: 'backlog:write',
    input: evaluateImprovementInput,
    output: moved.omit({ version: true }),
    run: evaluateImprovement,
  }),
];
