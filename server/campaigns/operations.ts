import { z } from 'zod';
import { stateSchema } from '#rubrics/scoring/state-schemas.ts';
import { IMPROVEMENT_STATES } from '../backlog/improvement-states.ts';
import { keyField } from '../catalogue/fields.ts';
import { operation } from '../rest/operation.ts';
import { pageByKey, pageInput, pageOf } from '../rest/paging.ts';
import { CAMPAIGN_STATES } from './campaign-fields.ts';
import { changeCampaign, changeCampaignInput } from './change-campaign.ts';
import { createCampaign, createCampaignInput } from './create-campaign.ts';
import { listCampaigns } from './list-campaigns.ts';
import { moveCampaign, moveCampaignInput } from './move-campaign.ts';
import { readCampaign, readCampaignInput } from './read-campaign.ts';

const state = z.enum(CAMPAIGN_STATES);
const progressSchema = z.strictObject({
  of: z.int().describe('places in force'),
  reached: z.int().describe('by evidence; what counts by an exemption is not'),
  missed: z.int(),
  open: z.int().describe('nothing decides it yet'),
  outside: z.int().describe('not applicable or announced'),
  gone: z.int().describe('the rubric has no such criterion any more'),
});
const campaignSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  notes: z.string(),
  state,
  dueOn: z.string(),
  version: z.int().describe('send it back with a change; a newer one refuses it'),
  createdBy: z.string(),
  createdAt: z.string(),
  startedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  endedBy: z.enum(['evidence', 'person']).nullable().describe('evidence: everything was met'),
  late: z.boolean(),
  progress: progressSchema,
  rights: z.strictObject({ change: z.boolean(), moves: z.array(state) }).describe('what this token may do with it'),
});
const ownerSchema = z
  .strictObject({ kind: z.enum(['person', 'team']), key: z.string(), name: z.string(), active: z.boolean() })
  .nullable();
const placeName = {
  capability: z.string().nullable().describe('null: the platform as a whole'),
  capabilityName: z.string().nullable(),
};
const forecastSchema = z
  .discriminatedUnion('verdict', [
    z.strictObject({ verdict: z.literal('too_few'), points: z.int(), needed: z.int() }),
    z.strictObject({ verdict: z.enum(['done', 'no_pace', 'beyond']) }),
    z.strictObject({ verdict: z.literal('expected'), endsOn: z.string(), perWeek: z.number() }),
  ])
  .nullable()
  .describe('where the pace of the last 90 days leads; null: it does not run');
const openSchema = campaignSchema.extend({
  places: z.array(
    z.strictObject({
      criterion: z.string(),
      ...placeName,
      title: z.string().nullable().describe('null: the rubric has no such criterion any more'),
      aspect: z.string().nullable(),
      level: z.int().nullable(),
      state: stateSchema.nullable(),
      standing: z.enum(['reached', 'missed', 'open']).nullable().describe('null: not in force'),
    }),
  ),
  owners: z.array(
    z.strictObject({
      ...placeName,
      owner: ownerSchema,
      named: z.boolean().describe('false: the team that owns the capability'),
      progress: progressSchema,
    }),
  ),
  days: z.array(z.strictObject({ day: z.string(), reached: z.int(), of: z.int() })),
  forecast: forecastSchema,
  improvements: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      state: z.enum(IMPROVEMENT_STATES),
      dueOn: z.string().nullable(),
    }),
  ),
});

const path = '/platforms/{platform}/campaigns';
const one = `${path}/{id}` as const;
const moved = z.strictObject({ id: z.string(), version: z.int(), state });

export const campaignOperations = [
  operation({
    method: 'GET',
    path,
    summary: 'Lists the campaigns of a platform with their progress by evidence, the oldest first.',
    scope: 'read',
    input: z.strictObject({ platform: keyField, ...pageInput }),
    output: pageOf(campaignSchema),
    run: async (ctx, { limit, cursor, ...wanted }) =>
      pageByKey((await listCampaigns(ctx, wanted)).items, { limit, cursor }, (row) => `${row.createdAt} ${row.id}`),
  }),
  operation({
    method: 'POST',
    path,
    summary: 'Plans a campaign: criteria of all capabilities or of some, or whole cells, until a day.',
    scope: 'backlog:write',
    status: 201,
    input: createCampaignInput,
    output: moved.extend({ places: z.int() }),
    run: createCampaign,
  }),
  operation({
    method: 'GET',
    path: one,
    summary: 'One campaign: every place, who sees to it, its days so far, and where its pace leads.',
    scope: 'read',
    input: readCampaignInput,
    output: openSchema,
    run: async (ctx, input) => {
      const { campaign, places, owners, days, forecast, improvements } = await readCampaign(ctx, input);
      return { ...campaign, places, owners, days, forecast, improvements };
    },
  }),
  operation({
    method: 'PATCH',
    path: one,
    summary: 'Changes what a campaign says; its scope only while it is planned.',
    scope: 'backlog:write',
    input: changeCampaignInput,
    output: moved.omit({ state: true }),
    run: changeCampaign,
  }),
  operation({
    method: 'POST',
    path: `${one}/move`,
    summary: 'Starts a campaign, ends it, or takes it up again. It ends by itself when everything is met.',
    scope: 'backlog:write',
    input: moveCampaignInput,
    output: moved,
    run: moveCampaign,
  }),
];
