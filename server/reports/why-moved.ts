import type { Flip } from '#rubrics/scoring/flips.ts';
import type { Change } from './compare-frozen.ts';
import type { Material } from './report-material.ts';

/** Why a cell moved, in words: what somebody did to the capability, and the criteria that flipped in it, by state and cause. */
export function whyMoved(
  { capabilityChange, flips, rubricFlips }: Change['moved'][number],
  { texts }: Pick<Material, 'texts'>,
  most = Number.POSITIVE_INFINITY,
): string {
  const { changes } = texts;
  const all = [...flips, ...rubricFlips];
  const groups = Map.groupBy(all.slice(0, most), (flip) => `${keyOfNews(flip)}, ${flip.why}`);
  const told = [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const ids = texts.list(
      group.map(({ criterion, formerly }) =>
        formerly === undefined ? criterion : changes.formerly(criterion, formerly),
      ),
    );
    return [tell(ids, first, texts)];
  });
  const rest = all.length - Math.min(all.length, most);
  return [
    ...(capabilityChange === null ? [] : [changes.settings[capabilityChange]]),
    ...told,
    ...(rest > 0 ? [texts.capabilities.more(rest)] : []),
  ].join('; ');
}

/** What is told in one sentence: one state, or answers that changed alike. */
const keyOfNews = (flip: Flip): string =>
  flip.before === flip.after ? JSON.stringify(flip.values ?? null) : newsOf(flip);

function tell(ids: string, flip: Flip, { changes, states, ratio }: Material['texts']): string {
  const why = changes.causes[flip.why];
  if (flip.before !== flip.after) return changes.flip(ids, states[newsOf(flip)], why);
  if (flip.values === undefined) return changes.asked(ids);
  const number = (value: number | null) => (value === null ? states.absent : ratio(value));
  return changes.counts(ids, { before: number(flip.values.before), after: number(flip.values.after), why });
}

/** A test that had never been met is not "no longer" met. */
function newsOf({ before, after }: Flip) {
  if (after === null) return 'absent';
  return after === 'not_met' && before !== 'met' ? 'found_not_met' : after;
}
