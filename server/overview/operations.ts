import { z } from 'zod';
import { VIEWS } from '#rubrics/scoring/gaps.ts';
import { operation, rawOperation } from '../rest/operation.ts';
import { pageByKey, pageInput, pageOf } from '../rest/paging.ts';
import { exportGaps } from './export-gaps.ts';
import { listGaps, listGapsInput } from './list-gaps.ts';

const level = z.number().nullable();
const view = z.enum(VIEWS);
const cellSchema = z.strictObject({
  capability: z.string(),
  capabilityName: z.string(),
  aspect: z.string(),
  level,
  claimed: level.describe('the self-assessment; it never enters the level'),
  felt: level.describe('the level by surveys alone'),
  feltCoverage: level,
  measured: level.describe('the level by metrics alone'),
  measuredCoverage: level,
  gaps: z
    .array(z.strictObject({ higher: view, lower: view, size: z.number().describe('in levels') }))
    .describe('a level or more apart, and carried by evidence for at least half'),
});

const path = '/platforms/{platform}/gaps';

export const overviewOperations = [
  operation({
    method: 'GET',
    path,
    summary: 'Lists what is claimed, felt and measured of each cell, and where they differ.',
    scope: 'read',
    input: listGapsInput.extend(pageInput),
    output: pageOf(cellSchema),
    run: async (ctx, { platform, ...page }) =>
      pageByKey((await listGaps(ctx, { platform })).cells, page, (cell) => `${cell.capability} ${cell.aspect}`),
  }),
  rawOperation({
    method: 'GET',
    path: `${path}.csv`,
    summary: 'What is claimed, felt and measured as a CSV file for spreadsheets.',
    scope: 'read',
    input: listGapsInput,
    produces: { 'text/csv': null },
    answer: exportGaps,
  }),
];
