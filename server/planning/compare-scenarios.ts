import { z } from 'zod';
import { listCapabilities } from '#db/queries/catalogue.ts';
import type { Assumption } from '#rubrics/scoring/assume-states.ts';
import { keyField } from '../catalogue/fields.ts';
import { findPlatform, type Platform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { idField } from '../people/fields.ts';
import { requireRole } from '../people/permissions.ts';
import { rubricOf } from '../rubrics/rubric-of.ts';
import type { Outcome } from './evaluate-assumptions.ts';
import { evaluateWhatIfsTask } from './evaluate-what-ifs.ts';
import { readKept, requireScenario } from './require-scenario.ts';

export const compareScenariosInput = z.strictObject({
  platform: keyField,
  a: idField.describe('id of a scenario; "now" for the scorecard as it is'),
  b: idField.describe('the same'),
});

type Side = { id: string | null; name: string | null; assumed: Assumption[] };

/** Two scenarios side by side on the evidence of now: what each reaches and costs, and the cells in which they differ. */
export async function compareScenarios(ctx: Context, input: z.infer<typeof compareScenariosInput>) {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'viewer', 'read');
  const sides = [await sideOf(ctx, platform, input.a), await sideOf(ctx, platform, input.b)] as const;
  const whatIfs = sides.map(({ assumed }) => assumed);
  const [evaluated, capabilities] = await Promise.all([
    ctx.runTask(evaluateWhatIfsTask, { platformId: platform.id, whatIfs }),
    listCapabilities(ctx.db, platform.id),
  ]);
  const [a, b] = evaluated?.outcomes ?? [];
  if (!evaluated || !a || !b) throw new AppError('CONFLICT', 'Nothing has been scored here yet.');
  const { levels, aspects } = rubricOf(platform).pack.pack;
  return {
    platform: { key: platform.key, name: platform.name, timeZone: platform.timeZone },
    asOf: evaluated.asOf,
    now: evaluated.now,
    levels: levels.map(({ level, name }) => ({ level, name })),
    aspects: aspects.map(({ key, name }) => ({ key, name })),
    capabilities: capabilities.map(({ key, name }) => ({ key, name })),
    a: describe(sides[0], a, sides[1]),
    b: describe(sides[1], b, sides[0]),
    cells: a.cells.flatMap((cell, i) => {
      const other = b.cells[i];
      if (other === undefined || (other.level === cell.level && other.state === cell.state)) return [];
      const { capability, aspect, target } = cell;
      return [{ capability, aspect, target, a: cell.level, b: other.level }];
    }),
  };
}

async function sideOf(ctx: Context, platform: Platform, id: string): Promise<Side> {
  if (id === 'now') return { id: null, name: null, assumed: [] };
  const { scenario } = await requireScenario(ctx, { platform: platform.key, id }, ['viewer', 'read']);
  const assumed = readKept(scenario).map(({ criterion, capability, state }) => ({ criterion, capability, state }));
  return { id, name: scenario.name, assumed };
}

const textOf = ({ criterion, capability, state }: Assumption) => `${criterion} ${capability ?? ''} ${state}`;

function describe({ id, name, assumed }: Side, outcome: Outcome, other: Side) {
  const theirs = new Set(other.assumed.map(textOf));
  const { percentToTarget, effort, counted, gone } = outcome;
  const only = assumed.filter((one) => !theirs.has(textOf(one)));
  return { id, name, percentToTarget, effort, counted, gone: gone.length, only };
}
