import { z } from 'zod';
import type { PercentToTarget } from '#rubrics/scoring/scorecard.ts';
import type { Task } from '../tasks/task.ts';
import { assumptionField } from './assumption-fields.ts';
import { evaluateAssumptions, type Outcome } from './evaluate-assumptions.ts';
import { listEfforts } from './list-efforts.ts';
import { openCurrent } from './open-current.ts';

const evaluateWhatIfsSchema = z.strictObject({
  platformId: z.string(),
  whatIfs: z.array(z.array(assumptionField)),
});

export type Evaluated = { asOf: string; now: PercentToTarget; outcomes: Outcome[] };

/** What several what-ifs come to on the evidence of the current scorecard. Null: nothing has been scored yet. */
export const evaluateWhatIfsTask: Task<z.infer<typeof evaluateWhatIfsSchema>, Evaluated | null> = {
  key: 'evaluate-what-ifs',
  input: evaluateWhatIfsSchema,
  async run({ db }, { platformId, whatIfs }) {
    const opened = await openCurrent(db, platformId);
    if (opened === null) return null;
    const { platform, rubric, base, whatIf } = opened;
    const efforts = await listEfforts(db, platform);
    return {
      asOf: base.asOf,
      now: whatIf.now.percentToTarget,
      outcomes: whatIfs.map((assumed) => evaluateAssumptions(assumed, { base, whatIf, pack: rubric.pack, efforts })),
    };
  },
};
