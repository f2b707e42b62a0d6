import type { Context } from '../context.ts';

/** Who writes: the name as it is shown beside what they wrote, and by which they are found when it has to go. */
export function writerOf({ actor }: Context): { name: string; id: string } {
  if (actor.kind === 'anonymous' || actor.kind === 'system') {
    return { name: actor.kind === 'system' ? actor.name : 'anonymous', id: actor.kind };
  }
  return { name: actor.name, id: actor.id };
}
