import { z } from 'zod';
import { keyField } from '../catalogue/fields.ts';
import { operation } from '../rest/operation.ts';
import { pageByKey, pageInput, pageOf } from '../rest/paging.ts';
import { discardRound, discardRoundInput } from './discard-round.ts';
import { listRounds } from './list-rounds.ts';
import { agreementSchema } from './measure-agreement.ts';
import { openRound, openRoundInput, sideField } from './open-round.ts';
import { readRound, readRoundInput } from './read-round.ts';
import { recordConsensus, recordConsensusInput } from './record-consensus.ts';
import { revealRound, revealRoundInput } from './reveal-round.ts';
import { ratingSchema, scaleSchema } from './round.ts';
import { saveRatings, saveRatingsInput } from './save-ratings.ts';

const path = '/platforms/{platform}/rating-rounds';
const rating = z
  .number()
  .nullable()
  .describe('a level of the rubric or half-way between two, such as 2.5; null: not known');
const stateSchema = z.enum(['open', 'revealed', 'discarded']);
const counts = {
  asked: z.int(),
  handedIn: z.int().describe('how many; until the reveal nobody is told who'),
};

const summarySchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  state: stateSchema,
  openedAt: z.string(),
  revealedAt: z.string().nullable(),
  rated: z.int().describe('how many places each person rates'),
  ...counts,
  waitsForMe: z.boolean(),
  alpha: agreementSchema.shape.alpha,
  reading: agreementSchema.shape.reading.nullable(),
});

const unitSchema = z.strictObject({
  aspect: z.string(),
  capability: z.string().nullable().describe('null: the platform as a whole'),
  given: z.int(),
  dontKnow: z.int(),
  low: rating,
  high: rating,
  median: rating,
  spread: z.number().nullable().describe('levels between the lowest and the highest'),
  discuss: z.boolean().describe('two levels or more apart'),
  sides: z
    .strictObject({ platformTeam: z.number(), consumers: z.number(), gap: z.number(), finding: z.boolean() })
    .nullable(),
  mayAgree: z.boolean().describe('whether the caller may record what was agreed here'),
  ratings: z
    .array(
      z.strictObject({
        person: z.string(),
        name: z.string(),
        side: sideField,
        rating,
        evidence: z.string().nullable(),
      }),
    )
    .nullable()
    .describe('null: shown to those who rated and to editors'),
  consensus: z
    .array(z.strictObject({ rating, why: z.string(), recordedAt: z.string(), recordedBy: z.string() }))
    .describe('the newest first'),
});

const roundSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  state: stateSchema,
  openedAt: z.string(),
  revealedAt: z.string().nullable(),
  emptiedAt: z
    .string()
    .nullable()
    .describe('the round came back from a backup of then, without what had been rated; null: it did not, or is over'),
  ...scaleSchema.shape,
  ...counts,
  gone: z.int(),
  assessors: z.array(z.strictObject({ name: z.string(), side: sideField })).nullable(),
  mine: z.strictObject({ handedIn: z.boolean(), side: sideField, ratings: z.array(ratingSchema) }).nullable(),
  result: z.strictObject({ agreement: agreementSchema, units: z.array(unitSchema) }).nullable(),
});

export const ratingRoundOperations = [
  operation({
    method: 'GET',
    path,
    summary: 'Lists the rounds in which several people rated the platform, the oldest first.',
    scope: 'read',
    input: z.strictObject({ platform: keyField, ...pageInput }),
    output: pageOf(summarySchema),
    run: async (ctx, { platform, limit, cursor }) =>
      pageByKey(
        (await listRounds(ctx, { platform })).rounds,
        { limit, cursor },
        ({ openedAt, id }) => `${openedAt} ${id}`,
      ),
  }),
  operation({
    method: 'POST',
    path,
    summary: 'Asks several people to rate the platform, each alone and blind.',
    scope: 'attestations:write',
    status: 201,
    input: openRoundInput,
    output: z.strictObject({ id: z.string() }),
    run: openRound,
  }),
  operation({
    method: 'GET',
    path: `${path}/{round}`,
    summary: 'One round: until the reveal one’s own ratings and how many have handed in; then all of them.',
    scope: 'read',
    input: readRoundInput,
    output: roundSchema,
    run: async (ctx, input) => {
      const { platform: _platform, mayLead: _mayLead, ...round } = await readRound(ctx, input);
      return round;
    },
  }),
  operation({
    method: 'PUT',
    path: `${path}/{round}/ratings`,
    summary: 'Keeps ratings of whoever calls, who must be asked; with "handIn" they count at the reveal.',
    scope: 'attestations:write',
    input: saveRatingsInput,
    output: z.strictObject({ rated: z.int(), handedIn: z.boolean() }),
    run: saveRatings,
  }),
  operation({
    method: 'POST',
    path: `${path}/{round}/reveal`,
    summary: 'Shows everybody’s first ratings at once and measures how far they agree. There is no way back.',
    scope: 'attestations:write',
    input: revealRoundInput,
    output: z.strictObject({ assessors: z.int(), agreement: agreementSchema }),
    run: revealRound,
  }),
  operation({
    method: 'POST',
    path: `${path}/{round}/discard`,
    summary: 'Ends an open round without showing anything.',
    scope: 'attestations:write',
    input: discardRoundInput,
    output: z.strictObject({}),
    run: discardRound,
  }),
  operation({
    method: 'PUT',
    path: `${path}/{round}/consensus`,
    summary: 'Keeps what was agreed after the reveal beside the first ratings; it becomes the claim, never the level.',
    scope: 'attestations:write',
    input: recordConsensusInput,
    output: z.strictObject({ recorded: z.int(), claimsChanged: z.int() }),
    run: recordConsensus,
  }),
];
