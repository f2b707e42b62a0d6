import type { Flip } from '#rubrics/scoring/flips.ts';
import type { Change } from './compare-frozen.ts';
import type { Material } from './report-material.ts';

/** Why a cell moved, in words: what somebody did to the capability, and the criteria that flipped in it, by state and cause. */
export function whyMoved(
  { capabilityChange, flips, rubricFlips }: Change['moved'][number],
  { texts }: Pick<Material, 'texts'>,
  most = Number.POSITIVE_INFINITY,
): string {
  const { changes, states } = texts;
  const all = [...flips, ...rubricFlips];
  const groups = Map.groupBy(all.slice(0, most), (flip) => `${states[newsOf(flip)]}, ${flip.why}`);
  const told = [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const ids = texts.list(
      group.map(({ criterion, formerly }) =>
        formerly === undefined ? criterion : changes.formerly(criterion, formerly),
      ),
    );
    return [changes.flip(ids, states[newsOf(first)], changes.causes[first.why])];
  });
  const rest = all.length - Math.min(all.length, most);
  return [
    ...(capabilityChange === null ? [] : [changes.settings[capabilityChange]]),
    ...told,
    ...(rest > 0 ? [texts.capabilities.more(rest)] : []),
  ].join('; ');
}

/** A test that had never been met is not "no longer" met. */
function newsOf({ before, after }: Flip) {
  if (after === null) return 'absent';
  return after === 'not_met' && before !== 'met' ? 'found_not_met' : after;
}
