import { z } from 'zod';
import type { Task } from '../tasks/task.ts';
import type { PredictedEffect } from './backlog-snapshot.ts';
import { placeField } from './improvement-fields.ts';
import { predictEffectTask } from './predict-effect.ts';

const predictEffectsSchema = z.strictObject({ platformId: z.string(), wanted: z.array(z.array(placeField)) });

/** What several improvements would change, each by itself, on one and the same evidence: in the order in which they are given. */
export const predictEffectsTask: Task<z.infer<typeof predictEffectsSchema>, (PredictedEffect | null)[]> = {
  key: 'predict-effects',
  long: true,
  input: predictEffectsSchema,
  async run(ctx, { platformId, wanted }) {
    const effects: (PredictedEffect | null)[] = [];
    for (const criteria of wanted) effects.push(await predictEffectTask.run(ctx, { platformId, criteria }));
    return effects;
  },
};
