import { z } from 'zod';
import { keyField } from '../catalogue/fields.ts';
import { operation } from '../rest/operation.ts';
import { pageByKey, pageInput, pageOf } from '../rest/paging.ts';
import { closeCycle, closeCycleInput } from './close-cycle.ts';
import { createCycle, createCycleInput } from './create-cycle.ts';
import { discardCycle, discardCycleInput } from './discard-cycle.ts';
import { issueInvitations, issueInvitationsInput } from './issue-invitations.ts';
import { listCycles } from './list-cycles.ts';
import { listTemplates } from './list-templates.ts';
import { openCycle, openCycleInput } from './open-cycle.ts';
import { cycleSchema, linksSchema, mailedSchema, resultsSchema, templateSchema } from './operation-schemas.ts';
import { readResults, readResultsInput } from './read-results.ts';
import { remindByMail, remindByMailInput } from './remind-by-mail.ts';
import { renewInvitations, renewInvitationsInput } from './renew-invitations.ts';

const CYCLE = '/platforms/{platform}/survey-cycles/{cycle}';
const named = z.strictObject({ id: z.string() });

export const surveyOperations = [
  operation({
    method: 'GET',
    path: '/surveys',
    summary: 'Lists the survey templates with what they ask.',
    scope: 'read',
    input: z.strictObject(pageInput),
    output: pageOf(templateSchema),
    run: async (ctx, page) => pageByKey(listTemplates(ctx), page, ({ key }) => key),
  }),
  operation({
    method: 'GET',
    path: '/platforms/{platform}/survey-cycles',
    summary: 'Lists the surveys of a platform. While one is open, participation is told as a band and no closer.',
    scope: 'read',
    input: z.strictObject({ platform: keyField, ...pageInput }),
    output: pageOf(cycleSchema),
    run: async (ctx, { platform, ...page }) => pageByKey(await listCycles(ctx, { platform }), page, ({ id }) => id),
  }),
  operation({
    method: 'POST',
    path: '/platforms/{platform}/survey-cycles',
    summary: 'Prepares a survey as a draft.',
    scope: 'surveys:write',
    status: 201,
    input: createCycleInput,
    output: named,
    run: createCycle,
  }),
  operation({
    method: 'POST',
    path: `${CYCLE}/open`,
    summary: 'Opens a survey: its questions, teams and minimum groups stay as they are from then on.',
    scope: 'surveys:write',
    input: openCycleInput,
    output: named.extend({ invited: z.int() }),
    run: openCycle,
  }),
  operation({
    method: 'POST',
    path: `${CYCLE}/invitations`,
    summary:
      'Makes one link of one use for everybody invited and returns them this once; teams with addresses get theirs by e-mail.',
    scope: 'surveys:write',
    status: 201,
    input: issueInvitationsInput,
    output: linksSchema.extend(mailedSchema.shape),
    run: issueInvitations,
  }),
  operation({
    method: 'POST',
    path: `${CYCLE}/reminders`,
    summary: 'Makes new links for everybody of a team and voids the old ones.',
    scope: 'surveys:write',
    status: 201,
    input: renewInvitationsInput,
    output: linksSchema,
    run: renewInvitations,
  }),
  operation({
    method: 'POST',
    path: `${CYCLE}/mailed-reminders`,
    summary:
      'Reminds everybody of a team that is asked by e-mail, whether they have answered or not; at most once a day.',
    scope: 'surveys:write',
    status: 201,
    input: remindByMailInput,
    output: z.strictObject({ team: z.string() }),
    run: remindByMail,
  }),
  operation({
    method: 'POST',
    path: `${CYCLE}/close`,
    summary: 'Closes a survey before its time and releases its results.',
    scope: 'surveys:write',
    input: closeCycleInput,
    output: named,
    run: closeCycle,
  }),
  operation({
    method: 'DELETE',
    path: CYCLE,
    summary: 'Throws a draft away. A survey that has been opened stays.',
    scope: 'surveys:write',
    input: discardCycleInput,
    output: named,
    run: discardCycle,
  }),
  operation({
    method: 'GET',
    path: `${CYCLE}/results`,
    summary: 'The released results of a closed survey; groups that could give people away are hidden.',
    scope: 'read',
    input: readResultsInput,
    output: resultsSchema,
    run: readResults,
  }),
];
