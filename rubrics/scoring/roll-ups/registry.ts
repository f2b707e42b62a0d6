import { answers } from './answers.ts';
import { gated } from './gated.ts';
import type { RollUpKind } from './roll-up-kind.ts';

/** Every roll-up that a pack can name, by its key. */
export const rollUps = { gated, answers } as const satisfies Record<string, RollUpKind>;
