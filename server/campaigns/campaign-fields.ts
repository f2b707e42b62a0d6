import { z } from 'zod';
import type { CampaignTable } from '#db/schema.ts';
import { ownerField } from '../backlog/improvement-fields.ts';
import { keyField } from '../catalogue/fields.ts';

export const CAMPAIGN_STATES = ['planned', 'running', 'ended'] as const satisfies readonly CampaignTable['state'][];
export type CampaignState = (typeof CAMPAIGN_STATES)[number];

/** Where a person may move a campaign. It also ends by itself, when evidence shows everything met. */
const MOVES = {
  planned: ['running', 'ended'],
  running: ['ended'],
  ended: ['running'],
} as const satisfies Record<CampaignState, readonly CampaignState[]>;

export const movesFrom = (state: CampaignState): readonly CampaignState[] => MOVES[state];

export const nameField = z.string().trim().min(3, 'Give it a name that people will say.').max(100);

const MOST_CRITERIA = 100;
const MOST_CELLS = 500;

/** What a campaign is about: criteria of all capabilities or of some, whole cells, or both. */
export const scopeField = z
  .strictObject({
    criteria: z.array(z.string().max(20)).max(MOST_CRITERIA).default([]),
    capabilities: z
      .array(keyField)
      .max(200)
      .nullable()
      .default(null)
      .describe('of which capabilities the criteria are meant; null: of every one that is offered'),
    cells: z
      .array(z.strictObject({ capability: keyField, aspect: z.string().max(60) }))
      .max(MOST_CELLS)
      .default([])
      .describe('everything that stands between these cells and their targets'),
  })
  .refine(({ criteria, cells }) => criteria.length + cells.length > 0, 'Name at least one criterion or cell.');
export type CampaignScope = z.output<typeof scopeField>;

/** Who sees to a capability where it is not its owner; `capability` null: the platform as a whole. */
export const ownersField = z
  .array(z.strictObject({ capability: keyField.nullable(), owner: ownerField }))
  .max(200)
  .refine(
    (owners) => new Set(owners.map(({ capability }) => capability)).size === owners.length,
    'A capability stands here twice.',
  );
