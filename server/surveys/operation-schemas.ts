import { z } from 'zod';
import { changeSchema } from './compare-cycles.ts';

/** What the REST API answers about surveys. */
export const templateSchema = z.strictObject({
  key: z.string(),
  name: z.string(),
  about: z.string(),
  purpose: z.string(),
  mostCapabilities: z.int(),
  questions: z.array(
    z.strictObject({ key: z.string(), kind: z.string(), per: z.enum(['capability', 'cycle']), text: z.string() }),
  ),
});

const summary = {
  id: z.string(),
  title: z.string(),
  template: z.string(),
  state: z.enum(['draft', 'open', 'closed']),
  capabilities: z.array(z.string()),
  opensAt: z.string().nullable(),
  closesAt: z.string().nullable(),
  closedAt: z.string().nullable(),
};

export const cycleSchema = z.strictObject({
  ...summary,
  invited: z.int(),
  /** share of those invited who have answered, between two bounds; null: not open, or too few are invited */
  band: z.strictObject({ from: z.number(), to: z.number() }).nullable(),
  /** the UTC day on which the band was counted: once a day, so that nobody sees it change as somebody answers */
  countedOn: z.string().nullable(),
});

/** How many mails were asked for. */
export const mailedSchema = z.strictObject({ mailed: z.int() });

export const linksSchema = z.strictObject({
  teams: z.array(z.strictObject({ team: z.string(), name: z.string(), links: z.array(z.string()) })),
});

const interval = z.strictObject({ estimate: z.number(), low: z.number(), high: z.number() });

const sliceSchema = z.strictObject({
  audience: z.string(),
  name: z.string().nullable(),
  invited: z.int(),
  /** banded: nearly all gave the same answer, told as 90 % and 10 %; hidden: for anonymity */
  shown: z.enum(['exact', 'banded', 'hidden']),
  n: z.int().nullable(),
  upTo: z.int().nullable(),
  favourable: interval.nullable(),
  mean: interval.nullable(),
  options: z.array(z.strictObject({ key: z.string(), text: z.string(), share: z.number() })).nullable(),
  /** null: there is no earlier cycle, or this figure cannot be compared with it */
  change: changeSchema.nullable(),
  comments: z.array(z.string()).nullable(),
});

export const resultsSchema = z.strictObject({
  ...summary,
  minimums: z.strictObject({ scores: z.int(), comments: z.int() }),
  /** the cycle that changes are told against; null: none can be compared */
  earlier: z.strictObject({ id: z.string(), title: z.string(), closedAt: z.string() }).nullable(),
  questions: z.array(
    z.strictObject({
      key: z.string(),
      kind: z.string(),
      text: z.string(),
      capability: z.string().nullable(),
      capabilityName: z.string().nullable(),
      slices: z.array(sliceSchema),
    }),
  ),
});
