import { z } from 'zod';
import { findScenarioTexts } from '#db/queries/scenarios.ts';
import type { PercentToTarget } from '#rubrics/scoring/scorecard.ts';
import type { Task } from '../tasks/task.ts';
import { evaluateAssumptions, type Outcome } from './evaluate-assumptions.ts';
import { listEfforts } from './list-efforts.ts';
import { openCurrent } from './open-current.ts';
import { readKept } from './require-scenario.ts';

const inputSchema = z.strictObject({ platformId: z.string() });

/** What a scenario comes to, in numbers: a list of many stays small however much each assumes. */
export type Outline = {
  assumed: number;
  outcome: {
    percentToTarget: PercentToTarget;
    effect: PercentToTarget & { cells: number };
    effort: Outcome['effort'];
    counted: number;
    gone: number;
  } | null;
};
type Outlined = { asOf: string | null; now: PercentToTarget | null; outlines: Record<string, Outline> };

/** All scenarios of a platform on the evidence of the current scorecard, by id. `outcome` null: nothing has been scored yet. */
export const outlineScenariosTask: Task<z.infer<typeof inputSchema>, Outlined> = {
  key: 'outline-scenarios',
  long: true,
  input: inputSchema,
  async run({ db }, { platformId }) {
    const opened = await openCurrent(db, platformId);
    const efforts = opened === null ? null : await listEfforts(db, opened.platform);
    const outlines: Record<string, Outline> = {};
    for await (const { id, assumptions } of findScenarioTexts(db, platformId)) {
      const assumed = readKept({ assumptions });
      if (opened === null || efforts === null) outlines[id] = { assumed: assumed.length, outcome: null };
      else {
        const { base, whatIf, rubric } = opened;
        const outcome = evaluateAssumptions(assumed, { base, whatIf, pack: rubric.pack, efforts });
        outlines[id] = { assumed: assumed.length, outcome: inNumbers(outcome) };
      }
    }
    return { asOf: opened?.base.asOf ?? null, now: opened?.whatIf.now.percentToTarget ?? null, outlines };
  },
};

function inNumbers({ percentToTarget, effect, effort, counted, gone }: Outcome): Outline['outcome'] {
  const { value, low, high, cells } = effect;
  return {
    ...{ percentToTarget, effort, counted, gone: gone.length },
    effect: { value, low, high, cells: cells.length },
  };
}
