import { z } from 'zod';
import { operation } from '../rest/operation.ts';
import { pageByKey, pageInput, pageOf } from '../rest/paging.ts';
import { listRubrics } from './list-rubrics.ts';

const rubricSchema = z.strictObject({
  id: z.string(),
  version: z.string(),
  sha256: z.string(),
  name: z.string(),
  model: z.strictObject({ name: z.string(), version: z.string(), url: z.string() }),
  license: z.string(),
  attribution: z.string(),
  floor: z.int(),
  levels: z.array(z.strictObject({ level: z.int(), key: z.string(), name: z.string() })),
  aspects: z.array(z.strictObject({ key: z.string(), name: z.string() })),
  criteria: z.int().describe('How many.'),
});

export const rubricOperations = [
  operation({
    method: 'GET',
    path: '/rubrics',
    summary: 'Lists the rubrics that a platform can be scored by.',
    scope: 'read',
    input: z.strictObject(pageInput),
    output: pageOf(rubricSchema),
    run: async (ctx, page) => pageByKey(await listRubrics(ctx), page, ({ id, version }) => `${id} ${version}`),
  }),
];
