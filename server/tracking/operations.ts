import { z } from 'zod';
import { keyField } from '../catalogue/fields.ts';
import { idField } from '../people/fields.ts';
import { operation } from '../rest/operation.ts';
import { pageByKey, pageInput, pageOf } from '../rest/paging.ts';
import { TRACKERS } from '../trackers/registry.ts';
import { checkTracker, checkTrackerInput } from './check-tracker.ts';
import { deleteTracker } from './delete-tracker.ts';
import { trackerSummarySchema } from './describe-tracker.ts';
import { linkImprovement, linkImprovementInput } from './link-improvement.ts';
import { listTrackers } from './list-trackers.ts';
import { linkSchema, readLink, readLinkInput } from './read-link.ts';
import { readTracker, trackerDetailSchema } from './read-tracker.ts';
import { runTracker } from './run-tracker.ts';
import { saveTracker, saveTrackerInput } from './save-tracker.ts';
import { setTrackerState, setTrackerStateInput } from './set-tracker-state.ts';
import { unlinkImprovement } from './unlink-improvement.ts';

const one = z.strictObject({ platform: keyField, tracker: idField });
const settings = z.union(TRACKERS.map(({ schema }) => schema));
const savedSchema = z.strictObject({ id: z.string(), added: z.boolean() });
const idSchema = z.strictObject({ id: z.string() });
const checkedSchema = z.strictObject({
  place: z.string().nullable(),
  problem: z.string().nullable(),
  detail: z.string().nullable().describe('for administrators of the deployment'),
});

const all = '/platforms/{platform}/trackers';
const single = `${all}/{tracker}` as const;
const issue = '/platforms/{platform}/improvements/{id}/issue';
const scope = 'backlog:write';

const trackerOperations = [
  operation({
    method: 'GET',
    path: all,
    summary: 'Lists the issue trackers of a platform, and how each does.',
    scope: 'read',
    input: z.strictObject({ platform: keyField, ...pageInput }),
    output: pageOf(trackerSummarySchema),
    run: async (ctx, { platform, ...page }) => pageByKey(await listTrackers(ctx, { platform }), page, ({ id }) => id),
  }),
  operation({
    method: 'POST',
    path: all,
    summary: 'Connects an issue tracker. Nothing is written there until an improvement is linked.',
    scope,
    status: 201,
    input: saveTrackerInput.omit({ tracker: true }).extend({ settings }),
    output: savedSchema,
    run: saveTracker,
  }),
  operation({
    method: 'POST',
    path: '/platforms/{platform}/tracker-checks',
    summary: 'Asks a tracker, before anything is saved, for the place where its issues are.',
    scope,
    input: checkTrackerInput.extend({ settings: z.record(z.string(), z.unknown()) }),
    output: checkedSchema,
    run: checkTracker,
  }),
  operation({
    method: 'GET',
    path: single,
    summary: 'Reads one tracker: how it does, what it fails at, and how it is set, without its secrets.',
    scope: 'read',
    input: one,
    output: trackerDetailSchema,
    run: readTracker,
  }),
  operation({
    method: 'PUT',
    path: single,
    summary: 'Changes a tracker. A secret that is left out stays as it is, as long as the server is the same.',
    scope,
    input: saveTrackerInput.extend({ tracker: idField, settings: z.record(z.string(), z.unknown()) }),
    output: savedSchema,
    run: saveTracker,
  }),
  operation({
    method: 'DELETE',
    path: single,
    summary: 'Removes a tracker with its secrets and links. Issues and improvements stay as they are.',
    scope,
    input: one,
    output: idSchema,
    run: deleteTracker,
  }),
  operation({
    method: 'POST',
    path: `${single}/runs`,
    summary: 'Has the tracker called now, unless it asked for fewer calls.',
    scope,
    input: one,
    output: idSchema,
    run: runTracker,
  }),
  operation({
    method: 'POST',
    path: `${single}/state`,
    summary: 'Pauses a tracker, or has it called again for all that changed meanwhile.',
    scope,
    input: setTrackerStateInput,
    output: z.strictObject({ id: z.string(), state: z.enum(['active', 'paused']) }),
    run: setTrackerState,
  }),
];

const issueOperations = [
  operation({
    method: 'GET',
    path: issue,
    summary: 'The issue of an improvement, and how far both are in step.',
    scope: 'read',
    input: readLinkInput,
    output: linkSchema,
    run: readLink,
  }),
  operation({
    method: 'POST',
    path: issue,
    summary: 'Links an improvement to an issue by its address, or to a new one.',
    scope,
    status: 201,
    input: linkImprovementInput,
    output: z.strictObject({ id: z.string(), state: z.literal('waiting') }),
    run: linkImprovement,
  }),
  operation({
    method: 'DELETE',
    path: issue,
    summary: 'Parts an improvement and its issue. Both stay as they are.',
    scope,
    input: readLinkInput,
    output: idSchema,
    run: unlinkImprovement,
  }),
];

export const trackingOperations = [...trackerOperations, ...issueOperations];
