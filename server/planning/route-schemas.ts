import { z } from 'zod';
import { STEP_KINDS } from '#rubrics/scoring/route-steps.ts';
import { ROLES } from '#rubrics/scoring/states.ts';
import { IMPROVEMENT_STATES } from '../backlog/improvement-states.ts';

const level = z.number().nullable();
const fraction = z.number().nullable();
const cellName = z.strictObject({ capability: z.string(), aspect: z.string() });
export const effortSchema = z.strictObject({
  days: z.number().describe('person-days, of those that somebody has estimated'),
  unknown: z.int().describe('how many nobody has estimated'),
});

const stepSchema = z.strictObject({
  criterion: z.string(),
  capability: z.string().nullable().describe('null: a criterion of the platform as a whole'),
  title: z.string(),
  kind: z
    .enum(STEP_KINDS)
    .describe('gather: nobody knows, so find out; improve: it is not met; remove: a symptom that is there'),
  role: z.enum(ROLES),
  opens: z.int().describe('the level that it keeps the cell from'),
  effort: z.number().nullable().describe('person-days; null: nobody has said'),
  alsoIn: z.array(cellName).describe('other cells below their target that want the same'),
  owner: z.string().nullable().describe('the team that owns the capability; null: nobody yet, or the platform team'),
  improvements: z
    .array(z.strictObject({ id: z.string(), title: z.string(), state: z.enum(IMPROVEMENT_STATES) }))
    .describe('what is being done about it already'),
});

const ways = {
  effort: effortSchema,
  gain: z.number().describe('what it adds to percent to target, as a share'),
  percentToTarget: fraction.describe('when it is done, and everything before it'),
};

export const cellRouteSchema = cellName.extend({
  asOf: z.iso.datetime(),
  state: z.enum(['scored', 'not_offered', 'not_applicable']),
  level,
  target: z.number(),
  obstacle: z
    .enum(['withdrawn', 'unreachable'])
    .nullable()
    .describe('withdrawn by decision; or the rubric asks for nothing as high as the target'),
  steps: z
    .array(
      stepSchema.extend({ level, percentToTarget: fraction, gain: z.number() }).describe('with all before it done'),
    )
    .describe('in the order in which they pay'),
  reaches: level,
  ...ways,
});

export const platformRouteSchema = z.strictObject({
  asOf: z.iso.datetime(),
  percentToTarget: z.strictObject({ value: fraction, low: fraction, high: fraction }).describe('now'),
  stages: z
    .array(
      cellName.extend({
        from: level,
        to: level,
        steps: z.array(stepSchema),
        lifts: z.array(cellName.extend({ from: level, to: level })).describe('other cells that rise with it'),
        ...ways,
      }),
    )
    .describe('one level of one cell each, the one that pays best for its person-days first'),
});
