import { z } from 'zod';
import { ASSUMABLE } from '#rubrics/scoring/assume-states.ts';
import { keyField } from '../catalogue/fields.ts';
import { AppError } from '../errors.ts';
import { operation } from '../rest/operation.ts';
import { pageByKey, pageInput, pageOf } from '../rest/paging.ts';
import { assumptionField } from './assumption-fields.ts';
import { changeScenario, changeScenarioInput } from './change-scenario.ts';
import { compareScenarios, compareScenariosInput } from './compare-scenarios.ts';
import { createScenario, createScenarioInput } from './create-scenario.ts';
import { listScenarios } from './list-scenarios.ts';
import { proposeImprovements, proposeImprovementsInput } from './propose-improvements.ts';
import { readPlatformRoute, readPlatformRouteInput } from './read-platform-route.ts';
import { readRoute, readRouteInput } from './read-route.ts';
import { readScenario, readScenarioInput } from './read-scenario.ts';
import { removeScenario, removeScenarioInput } from './remove-scenario.ts';
import { cellRouteSchema, effortSchema, platformRouteSchema } from './route-schemas.ts';
import { scoreWhatIf, scoreWhatIfInput, whatIfSchema } from './score-what-if.ts';

const fraction = z.number().nullable();
const percent = z.strictObject({ value: fraction, low: fraction, high: fraction });
const level = z.number().nullable();
const cellName = z.strictObject({ capability: z.string(), aspect: z.string() });
const goneSchema = assumptionField.extend({
  why: z
    .enum(['criterion', 'capability', 'not-asked'])
    .describe(
      'what is there no longer: the criterion in the rubric, the capability, or the one being asked of the other',
    ),
  title: z.string().nullable().describe('the title that the criterion had'),
});
const signature = {
  id: z.string(),
  name: z.string(),
  description: z.string(),
  version: z.int().describe('send it back with a change; a newer one refuses it'),
  createdBy: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  mayChange: z.boolean().describe('whether this token may change or delete it'),
};
const listedSchema = z.strictObject({
  ...signature,
  assumed: z.int().describe('how many criteria it assumes something of; which, is told of one scenario'),
  outcome: z
    .strictObject({
      percentToTarget: percent,
      effect: percent.extend({ cells: z.int().describe('how many cells change') }),
      effort: effortSchema,
      counted: z.int().describe('assumptions that count'),
      gone: z.int().describe('assumptions that the rubric or the platform no longer has a place for'),
    })
    .nullable()
    .describe('on the evidence of now; null: nothing has been scored yet'),
});
const scenarioSchema = z.strictObject({
  ...signature,
  assumptions: z.array(assumptionField),
  outcome: z
    .strictObject({
      percentToTarget: percent,
      effect: percent.extend({ cells: z.array(cellName.extend({ from: level, to: level })) }),
      effort: effortSchema,
      counted: z.int().describe('assumptions that count'),
      gone: z.array(goneSchema).describe('assumptions that the rubric or the platform no longer has a place for'),
    })
    .nullable()
    .describe('on the evidence of now; null: nothing has been scored yet'),
});
const sideSchema = z.strictObject({
  id: z.string().nullable().describe('null: the scorecard as it is'),
  name: z.string().nullable(),
  percentToTarget: percent,
  effort: effortSchema,
  counted: z.int(),
  gone: z.int(),
  only: z.array(assumptionField.extend({ state: z.enum(ASSUMABLE) })).describe('what only this one assumes'),
});
const kept = z.strictObject({ id: z.string(), version: z.int() });

const scenarios = '/platforms/{platform}/scenarios';
const one = `${scenarios}/{id}` as const;

export const planningOperations = [
  operation({
    method: 'POST',
    path: '/platforms/{platform}/what-if',
    summary: 'The hypothetical scorecard if some criteria were in other states than evidence says. Changes nothing.',
    scope: 'read',
    input: scoreWhatIfInput,
    output: whatIfSchema,
    run: scoreWhatIf,
  }),
  operation({
    method: 'GET',
    path: '/platforms/{platform}/cells/{capability}/{aspect}/route',
    summary: 'What stands between a cell and its target, in the order in which it pays.',
    scope: 'read',
    input: readRouteInput,
    output: cellRouteSchema,
    run: readRoute,
  }),
  operation({
    method: 'GET',
    path: '/platforms/{platform}/route',
    summary: 'The whole way to target, level by level, the one that pays best for its person-days first.',
    scope: 'read',
    input: readPlatformRouteInput,
    output: platformRouteSchema,
    run: async (ctx, input) => {
      const { route } = await readPlatformRoute(ctx, input);
      if (route === null) throw new AppError('CONFLICT', 'Nothing has been scored here yet.');
      return route;
    },
  }),
  operation({
    method: 'GET',
    path: scenarios,
    summary: 'Lists the scenarios of a platform with what each comes to today, the oldest first.',
    scope: 'read',
    input: z.strictObject({ platform: keyField, ...pageInput }),
    output: pageOf(listedSchema),
    run: async (ctx, { platform, ...page }) => {
      const listed = await listScenarios(ctx, { platform });
      return pageByKey(listed.scenarios.toReversed(), page, ({ createdAt, id }) => `${createdAt} ${id}`);
    },
  }),
  operation({
    method: 'POST',
    path: scenarios,
    summary: 'Keeps a what-if under a name.',
    scope: 'backlog:write',
    status: 201,
    input: createScenarioInput,
    output: kept,
    run: createScenario,
  }),
  operation({
    method: 'GET',
    path: '/platforms/{platform}/scenario-comparison',
    summary: 'Two scenarios side by side, or one beside the scorecard as it is: what they reach, cost and differ in.',
    scope: 'read',
    input: compareScenariosInput,
    output: z.strictObject({
      asOf: z.iso.datetime(),
      now: percent,
      a: sideSchema,
      b: sideSchema,
      cells: z.array(cellName.extend({ target: z.number(), a: level, b: level })).describe('where they differ'),
    }),
    run: async (ctx, input) => {
      const { asOf, now, a, b, cells } = await compareScenarios(ctx, input);
      return { asOf, now, a, b, cells };
    },
  }),
  operation({
    method: 'GET',
    path: one,
    summary: 'One scenario with what it comes to today.',
    scope: 'read',
    input: readScenarioInput,
    output: scenarioSchema,
    run: readScenario,
  }),
  operation({
    method: 'PATCH',
    path: one,
    summary: 'Renames a scenario, describes it anew or gives it other assumptions.',
    scope: 'backlog:write',
    input: changeScenarioInput,
    output: kept,
    run: changeScenario,
  }),
  operation({
    method: 'DELETE',
    path: one,
    summary: 'Deletes a scenario.',
    scope: 'backlog:write',
    input: removeScenarioInput,
    output: z.strictObject({ id: z.string() }),
    run: removeScenario,
  }),
  operation({
    method: 'POST',
    path: '/platforms/{platform}/what-if/improvements',
    summary: 'Makes improvements of what is assumed to be reached, one a capability.',
    scope: 'backlog:write',
    status: 201,
    input: proposeImprovementsInput,
    output: z.strictObject({
      created: z.array(
        z.strictObject({ id: z.string(), title: z.string(), capability: z.string().nullable(), criteria: z.int() }),
      ),
      underWay: z.int().describe('criteria left out, because an open improvement names them already'),
    }),
    run: proposeImprovements,
  }),
];
