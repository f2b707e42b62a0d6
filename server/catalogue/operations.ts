import { z } from 'zod';
import { operation } from '../rest/operation.ts';
import { pageByKey, pageInput, pageOf } from '../rest/paging.ts';
import { deleteCapability, deleteCapabilityInput } from './delete-capability.ts';
import { deleteTeam, deleteTeamInput } from './delete-team.ts';
import { keyField } from './fields.ts';
import { catalogueFileOperations } from './file-operations.ts';
import { listCapabilities } from './list-capabilities.ts';
import { listItemTargets } from './list-item-targets.ts';
import { listPlatforms } from './list-platforms.ts';
import { listTargets } from './list-targets.ts';
import { listTeams, listTeamsInput } from './list-teams.ts';
import { orderCapabilities, orderCapabilitiesInput } from './order-capabilities.ts';
import { readTeam, readTeamInput } from './read-team.ts';
import { saveCapability, saveCapabilityInput } from './save-capability.ts';
import { saveItemTarget, saveItemTargetInput } from './save-item-target.ts';
import { saveTarget, saveTargetInput } from './save-target.ts';
import { saveTargets, saveTargetsInput } from './save-targets.ts';
import { saveTeam, saveTeamInput } from './save-team.ts';

const platformSchema = z.strictObject({
  key: z.string(),
  name: z.string(),
  timeZone: z.string(),
  fiscalYearStartMonth: z.int(),
  rubric: z.strictObject({ id: z.string(), version: z.string() }),
});
const capabilitySchema = z.strictObject({
  key: z.string(),
  name: z.string(),
  description: z.string(),
  ownerTeam: z.string().nullable(),
  provider: z.string().nullable(),
  consumption: z.enum(['requested', 'implicit', 'interactive']),
  mandatory: z.boolean(),
  weight: z.number(),
  state: z.enum(['offered', 'not_offered', 'archived']),
});
const itemTargetSchema = z.strictObject({ capability: z.string(), criterion: z.string(), value: z.number() });
const targetSchema = z.strictObject({ capability: z.string(), aspect: z.string(), level: z.int() });
const teamSchema = z.strictObject({
  key: z.string(),
  name: z.string(),
  parent: z.string().nullable(),
  contact: z.string().nullable(),
  archived: z.boolean(),
});
const historySchema = z.strictObject({
  needed: z.string().nullable(),
  states: z.array(
    z.strictObject({
      from: z.string(),
      until: z.string().nullable(),
      name: z.string(),
      parent: z.string().nullable(),
      archived: z.boolean(),
    }),
  ),
});
const savedSchema = z.strictObject({ key: z.string(), added: z.boolean() });
const deletedSchema = z.strictObject({ key: z.string() });
const ofPlatform = z.strictObject({ platform: keyField, ...pageInput });

export const catalogueOperations = [
  operation({
    method: 'GET',
    path: '/platforms',
    summary: 'Lists the platforms that the token may see.',
    scope: 'read',
    input: z.strictObject(pageInput),
    output: pageOf(platformSchema),
    run: async (ctx, input) =>
      pageByKey(
        (await listPlatforms(ctx)).map(({ role: _, ...platform }) => platform),
        input,
        ({ key }) => key,
      ),
  }),
  operation({
    method: 'GET',
    path: '/platforms/{platform}/capabilities',
    summary: 'Lists the capabilities of a platform, archived ones too.',
    scope: 'read',
    input: ofPlatform,
    output: pageOf(capabilitySchema),
    run: async (ctx, { platform, ...page }) =>
      pageByKey(await listCapabilities(ctx, { platform }), page, ({ key }) => key),
  }),
  operation({
    method: 'POST',
    path: '/platforms/{platform}/capabilities',
    summary: 'Adds a capability or changes what is given of it.',
    scope: 'catalogue:write',
    input: saveCapabilityInput,
    output: savedSchema,
    run: saveCapability,
  }),
  operation({
    method: 'DELETE',
    path: '/platforms/{platform}/capabilities/{capability}',
    summary: 'Deletes a capability that nothing rests on. One that history needs is refused; archive it instead.',
    scope: 'catalogue:write',
    input: deleteCapabilityInput,
    output: deletedSchema,
    run: deleteCapability,
  }),
  operation({
    method: 'POST',
    path: '/platforms/{platform}/capability-order',
    summary: 'Sets the order in which capabilities are shown; those not named follow as before.',
    scope: 'catalogue:write',
    input: orderCapabilitiesInput,
    output: z.strictObject({ order: z.array(z.string()) }),
    run: orderCapabilities,
  }),
  operation({
    method: 'GET',
    path: '/platforms/{platform}/targets',
    summary: 'Lists the targets that people have set; every other cell has the default of the rubric.',
    scope: 'read',
    input: ofPlatform,
    output: pageOf(targetSchema),
    run: async (ctx, { platform, ...page }) =>
      pageByKey(await listTargets(ctx, { platform }), page, ({ capability, aspect }) => `${capability}/${aspect}`),
  }),
  operation({
    method: 'POST',
    path: '/platforms/{platform}/targets',
    summary: 'Sets the level that a cell aims at; null returns it to the default.',
    scope: 'catalogue:write',
    input: saveTargetInput,
    output: targetSchema.extend({ level: z.int().nullable() }),
    run: saveTarget,
  }),
  operation({
    method: 'GET',
    path: '/platforms/{platform}/item-targets',
    summary: 'Lists what people have set for single criteria, in a rubric that adds up answers.',
    scope: 'read',
    input: ofPlatform,
    output: pageOf(itemTargetSchema),
    run: async (ctx, { platform, ...page }) =>
      pageByKey(
        await listItemTargets(ctx, { platform }),
        page,
        ({ capability, criterion }) => `${capability}/${criterion}`,
      ),
  }),
  operation({
    method: 'POST',
    path: '/platforms/{platform}/item-targets',
    summary: 'Sets what a single criterion aims at, in a rubric that adds up answers; null: as its cell aims.',
    scope: 'catalogue:write',
    input: saveItemTargetInput,
    output: itemTargetSchema.extend({ value: z.number().nullable() }),
    run: saveItemTarget,
  }),
  operation({
    method: 'GET',
    path: '/teams',
    summary: 'Lists the teams of the organisation, archived ones too; with asOf, as they were at that time.',
    scope: 'read',
    input: listTeamsInput.extend(pageInput),
    output: pageOf(teamSchema),
    run: async (ctx, { asOf, ...page }) => pageByKey(await listTeams(ctx, { asOf }), page, ({ key }) => key),
  }),
  operation({
    method: 'POST',
    path: '/teams',
    summary: 'Adds a team or changes it.',
    scope: 'catalogue:write',
    input: saveTeamInput,
    output: savedSchema,
    run: saveTeam,
  }),
  operation({
    method: 'DELETE',
    path: '/teams/{team}',
    summary: 'Deletes a team that nothing needs. One that history names is refused; archive it instead.',
    scope: 'catalogue:write',
    input: deleteTeamInput,
    output: deletedSchema,
    run: deleteTeam,
  }),
  operation({
    method: 'GET',
    path: '/teams/{team}/history',
    summary: 'What a team was, newest first, and why it cannot be deleted (null: it can).',
    scope: 'catalogue:write',
    input: readTeamInput,
    output: historySchema,
    run: readTeam,
  }),
  operation({
    method: 'POST',
    path: '/platforms/{platform}/target-set',
    summary: 'Sets the levels of many cells, all or none of them; the platform is scored anew once.',
    scope: 'catalogue:write',
    input: saveTargetsInput,
    output: z.strictObject({ changed: z.int() }),
    run: saveTargets,
  }),
  ...catalogueFileOperations,
];
