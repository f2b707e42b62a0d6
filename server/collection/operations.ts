import { z } from 'zod';
import { keyField } from '../catalogue/fields.ts';
import { idField } from '../people/fields.ts';
import { operation } from '../rest/operation.ts';
import { pageByKey, pageInput, pageOf } from '../rest/paging.ts';
import { SOURCES } from '../sources/registry.ts';
import { checkKeptSource } from './check-kept-source.ts';
import { checkSource, checkSourceInput } from './check-source.ts';
import { deleteSource } from './delete-source.ts';
import { sourceSummarySchema } from './describe-source.ts';
import { collectionSchema, listSourceRuns } from './list-source-runs.ts';
import { listSources } from './list-sources.ts';
import { readSource, sourceDetailSchema } from './read-source.ts';
import { runSource } from './run-source.ts';
import { saveSource, saveSourceInput } from './save-source.ts';
import { setSourceState, setSourceStateInput } from './set-source-state.ts';

const one = z.strictObject({ platform: keyField, source: idField });
const settings = z.union(SOURCES.map(({ schema }) => schema));
const savedSchema = z.strictObject({ id: z.string(), added: z.boolean() });
const idSchema = z.strictObject({ id: z.string() });
const checkedSchema = z.strictObject({
  parts: z.array(
    z.strictObject({
      name: z.string(),
      metric: z.string(),
      taken: z.int(),
      refused: z.int(),
      problem: z.string().nullable(),
      detail: z.string().nullable().describe('for administrators of the deployment'),
      values: z.array(
        z.strictObject({
          capability: z.string().nullable(),
          team: z.string().nullable(),
          labels: z.record(z.string(), z.string()),
          value: z.number(),
        }),
      ),
    }),
  ),
});

const all = '/platforms/{platform}/sources';
const single = `${all}/{source}` as const;

export const sourceOperations = [
  operation({
    method: 'GET',
    path: all,
    summary: 'Lists the sources that Plumbline asks by itself, and how each does.',
    scope: 'read',
    input: z.strictObject({ platform: keyField, ...pageInput }),
    output: pageOf(sourceSummarySchema),
    run: async (ctx, { platform, ...page }) => pageByKey(await listSources(ctx, { platform }), page, ({ id }) => id),
  }),
  operation({
    method: 'POST',
    path: all,
    summary: 'Adds a source. It is asked at once, and then at its interval.',
    scope: 'sources:write',
    status: 201,
    input: saveSourceInput.omit({ source: true }).extend({ settings }),
    output: savedSchema,
    run: saveSource,
  }),
  operation({
    method: 'POST',
    path: '/platforms/{platform}/source-checks',
    summary: 'Asks each query of a source once, before it is saved, and shows what would come in.',
    scope: 'sources:write',
    input: checkSourceInput.extend({ settings }),
    output: checkedSchema,
    run: checkSource,
  }),
  operation({
    method: 'GET',
    path: single,
    summary: 'Reads one source: how it does, what it fails at, and how it is set, without its secrets.',
    scope: 'read',
    input: one,
    output: sourceDetailSchema,
    run: readSource,
  }),
  operation({
    method: 'PUT',
    path: single,
    summary: 'Changes a source. A secret that is left out stays as it is, as long as the server is the same.',
    scope: 'sources:write',
    input: saveSourceInput.extend({ source: idField, settings: z.record(z.string(), z.unknown()) }),
    output: savedSchema,
    run: saveSource,
  }),
  operation({
    method: 'DELETE',
    path: single,
    summary: 'Removes a source with its settings and secrets. Its values and runs stay.',
    scope: 'sources:write',
    input: one,
    output: idSchema,
    run: deleteSource,
  }),
  operation({
    method: 'POST',
    path: `${single}/check`,
    summary: 'Asks each query of a kept source once and shows what would come in.',
    scope: 'sources:write',
    input: one,
    output: checkedSchema,
    run: checkKeptSource,
  }),
  operation({
    method: 'GET',
    path: `${single}/runs`,
    summary: 'Lists the newest times that the source was asked, with what came of each query.',
    scope: 'read',
    input: one.extend(pageInput),
    output: pageOf(collectionSchema),
    run: async (ctx, { platform, source, ...page }) =>
      pageByKey(await listSourceRuns(ctx, { platform, source }), page, ({ startedAt }) => startedAt),
  }),
  operation({
    method: 'POST',
    path: `${single}/runs`,
    summary: 'Has the source asked now; its run is listed a moment later.',
    scope: 'sources:write',
    input: one,
    output: idSchema,
    run: runSource,
  }),
  operation({
    method: 'POST',
    path: `${single}/state`,
    summary: 'Pauses a source, or has it asked again: at once, and for all that was missed meanwhile.',
    scope: 'sources:write',
    input: setSourceStateInput,
    output: z.strictObject({ id: z.string(), state: z.enum(['active', 'paused']) }),
    run: setSourceState,
  }),
];
