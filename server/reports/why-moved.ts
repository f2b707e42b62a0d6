import type { Change } from './compare-frozen.ts';
import type { Material } from './report-material.ts';

/** Why a cell moved, in words: what somebody did to the capability, and the criteria that flipped in it. */
export function whyMoved(
  { capabilityChange, flips, rubricFlips }: Change['moved'][number],
  { texts }: Pick<Material, 'texts'>,
  most = Number.POSITIVE_INFINITY,
): string {
  const { changes, states } = texts;
  const all = [...flips, ...rubricFlips];
  const told = all
    .slice(0, most)
    .map(({ criterion, after, why }) => changes.flip(criterion, states[after ?? 'absent'], changes.causes[why]));
  const rest = all.length - told.length;
  return [
    ...(capabilityChange === null ? [] : [changes.settings[capabilityChange]]),
    ...told,
    ...(rest > 0 ? [texts.capabilities.more(rest)] : []),
  ].join(', ');
}
