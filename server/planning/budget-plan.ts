import { z } from 'zod';
import { STEP_KINDS } from '#rubrics/scoring/route-steps.ts';
import { percentToTargetSchema, rubricIdSchema } from '#rubrics/scoring/scorecard.ts';
import { ROLES } from '#rubrics/scoring/states.ts';

const share = z.number().min(0).max(1);
const days = z.number().min(0);
/** whole where levels are gated */
const level = z.number().min(0);
const placeSchema = z.strictObject({
  criterion: z.string(),
  capability: z.string().nullable().describe('null: the platform as a whole'),
});
const cellSchema = z.strictObject({ capability: z.string(), aspect: z.string() });

/** One thing to do. */
const workSchema = placeSchema.extend({
  title: z.string(),
  aspect: z.string(),
  level: z.int(),
  role: z.enum(ROLES),
  kind: z.enum(STEP_KINDS).describe('gather: nothing decides it yet; remove: a symptom that holds a cell down'),
  days: days.describe('person-days'),
  isMedian: z.boolean().describe('nobody has estimated it: it counts as the median of the rubric'),
  owner: z.string().nullable().describe('key of the team that owns the capability'),
  isWanted: z.boolean().describe('in the plan because it was asked to be, or because something asked for needs it'),
});

/** Work that is best done together, and what it brings when all before it is done. */
const stageSchema = z.strictObject({
  work: z.array(workSchema),
  cells: z
    .array(cellSchema.extend({ level }))
    .describe('levels that this unlocks; in a rubric that adds up answers: the levels that its cells come to'),
  days: days.describe('person-days from the beginning to the end of this stage'),
  percentToTarget: share.nullable().describe('at the end of this stage'),
});

/** What a number of person-days can buy (docs/scoring.md §7). Shares are of percent to target: 0.041 is 4.1 points. */
export const budgetPlanSchema = z.strictObject({
  asOf: z.iso.datetime(),
  rubric: rubricIdSchema,
  budget: days,
  days,
  percentToTarget: z.strictObject({ before: percentToTargetSchema, after: percentToTargetSchema }),
  isBest: z.boolean().describe('proven: no other plan within the budget brings more'),
  gain: share,
  bound: share.describe('no plan within the budget gains more than this'),
  stages: z.array(stageSchema).describe('in the order in which they pay'),
  cells: z
    .array(cellSchema.extend({ from: level.nullable(), to: level.nullable(), target: level }))
    .describe('whose level rises; null: not offered'),
  owners: z
    .array(z.strictObject({ team: z.string().nullable(), days, work: z.int() }))
    .describe('who has how much to do; null: the platform as a whole, or a capability without an owner'),
  unestimated: z.array(placeSchema).describe('open, wanted by some level below its target, and estimated by nobody'),
  medianDays: days.nullable().describe('what each of those counts as; null: they were left out'),
  needless: z.array(placeSchema).describe('asked for or ruled out, and already reached or out of force'),
  possible: z
    .strictObject({ percentToTarget: share.nullable(), days })
    .describe('where everything that can be planned would lead, and what all of it takes'),
});
export type BudgetPlan = z.infer<typeof budgetPlanSchema>;
export type PlannedWork = z.infer<typeof workSchema>;
