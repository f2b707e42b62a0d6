import { z } from 'zod';
import { differenceSchema } from '#rubrics/versions/compare-rubrics.ts';
import { operation } from '../rest/operation.ts';
import { pageByKey, pageInput, pageOf } from '../rest/paging.ts';
import { adoptVersion, adoptVersionInput, adoptVersionOutput } from './adopt-version.ts';
import { compareVersions, compareVersionsInput } from './compare-versions.ts';
import { createDraft, createDraftInput, createDraftOutput } from './create-draft.ts';
import { discardDraft, discardDraftInput, discardDraftOutput } from './discard-draft.ts';
import { dryRunSchema } from './dry-run.ts';
import { dryRunsSchema, listDryRuns, listDryRunsInput } from './list-dry-runs.ts';
import { listRubrics } from './list-rubrics.ts';
import { listVersions, listVersionsInput, versionsSchema } from './list-versions.ts';
import { announcedSchema, projectAnnounced, projectAnnouncedInput } from './project-announced.ts';
import { publishDraft, publishDraftInput, publishDraftOutput } from './publish-draft.ts';
import { crosswalkSchema, readCrosswalk, readCrosswalkInput } from './read-crosswalk.ts';
import { draftSchema, readDraft, readDraftInput } from './read-draft.ts';
import { leftoversSchema, readLeftovers, readLeftoversInput } from './read-leftovers.ts';
import { readVersion, readVersionInput, versionSchema } from './read-version.ts';
import { saveDraftFile, saveDraftFileInput, saveDraftFileOutput } from './save-draft-file.ts';
import { tryRubric, tryRubricInput } from './try-rubric.ts';

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
  publishedAt: z.iso.datetime().nullable().describe('Null: it comes with Plumbline.'),
});

export const rubricOperations = [
  operation({
    method: 'GET',
    path: '/platforms/{platform}/crosswalk',
    summary: 'Names the neighbours of the rubric of a platform in other models. It points and converts nothing.',
    scope: 'read',
    input: readCrosswalkInput,
    output: crosswalkSchema,
    run: readCrosswalk,
  }),
  operation({
    method: 'GET',
    path: '/rubrics',
    summary: 'Lists the rubrics that a platform can be scored by.',
    scope: 'read',
    input: z.strictObject(pageInput),
    output: pageOf(rubricSchema),
    run: async (ctx, page) => pageByKey(await listRubrics(ctx), page, ({ id, version }) => `${id} ${version}`),
  }),
  operation({
    method: 'GET',
    path: '/platforms/{platform}/rubrics',
    summary:
      'Lists every version of every rubric with the platforms that use it, and the drafts to those who may write them.',
    scope: 'read',
    input: listVersionsInput,
    output: versionsSchema,
    run: listVersions,
  }),
  operation({
    method: 'GET',
    path: '/platforms/{platform}/rubrics/{rubric}',
    summary: 'Reads a version such as `cncf-platform@1.0.0`: its criteria with their tests.',
    scope: 'read',
    input: readVersionInput,
    output: versionSchema,
    run: readVersion,
  }),
  operation({
    method: 'GET',
    path: '/platforms/{platform}/rubric-difference',
    summary:
      'Tells two versions apart: what was added, removed, reworded or retargeted, and what that asks of the version.',
    scope: 'read',
    input: compareVersionsInput,
    output: differenceSchema,
    run: compareVersions,
  }),
  operation({
    method: 'GET',
    path: '/platforms/{platform}/announced-criteria',
    summary: 'Projects what announced criteria would change on their day, with the evidence of today.',
    scope: 'read',
    input: projectAnnouncedInput,
    output: announcedSchema,
    run: projectAnnounced,
  }),
  operation({
    method: 'GET',
    path: '/platforms/{platform}/rubric-leftovers',
    summary: 'Lists what people said or planned about criteria that are no longer in the rubric.',
    scope: 'read',
    input: readLeftoversInput,
    output: leftoversSchema,
    run: readLeftovers,
  }),
  operation({
    method: 'GET',
    path: '/platforms/{platform}/dry-runs',
    summary: 'Lists what a draft or a version can be tried on: today, and each frozen quarter.',
    scope: 'read',
    input: listDryRunsInput,
    output: dryRunsSchema,
    run: listDryRuns,
  }),
  operation({
    method: 'GET',
    path: '/platforms/{platform}/dry-run',
    summary: 'Tries a draft or a version on the evidence of today or of a frozen quarter. Writes nothing.',
    scope: 'read',
    input: tryRubricInput,
    output: dryRunSchema,
    run: tryRubric,
  }),
  operation({
    method: 'POST',
    path: '/platforms/{platform}/rubric-adoption',
    summary: 'Lets the platform be scored by another version, at once; frozen quarters stay as they are.',
    scope: 'rubrics:write',
    input: adoptVersionInput,
    output: adoptVersionOutput,
    run: adoptVersion,
  }),
  operation({
    method: 'POST',
    path: '/platforms/{platform}/rubric-drafts',
    summary: 'Begins a draft, from a version or from files.',
    scope: 'rubrics:write',
    input: createDraftInput,
    output: createDraftOutput,
    status: 201,
    run: createDraft,
  }),
  operation({
    method: 'GET',
    path: '/platforms/{platform}/rubric-drafts/{draft}',
    summary: 'Reads a draft with its faults and its difference from the version before.',
    scope: 'rubrics:write',
    input: readDraftInput,
    output: draftSchema,
    run: readDraft,
  }),
  operation({
    method: 'PUT',
    path: '/platforms/{platform}/rubric-drafts/{draft}/file',
    summary: 'Writes or removes one file of a draft.',
    scope: 'rubrics:write',
    input: saveDraftFileInput,
    output: saveDraftFileOutput,
    run: saveDraftFile,
  }),
  operation({
    method: 'POST',
    path: '/platforms/{platform}/rubric-drafts/{draft}/publish',
    summary:
      'Makes a draft a version, for good and for every platform (an editor of all of them may); its number must say how far its changes go.',
    scope: 'rubrics:write',
    input: publishDraftInput,
    output: publishDraftOutput,
    status: 201,
    run: publishDraft,
  }),
  operation({
    method: 'POST',
    path: '/platforms/{platform}/rubric-drafts/{draft}/discard',
    summary: 'Throws a draft away.',
    scope: 'rubrics:write',
    input: discardDraftInput,
    output: discardDraftOutput,
    run: discardDraft,
  }),
];
