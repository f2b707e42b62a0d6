import { type Minimums, minimumsOf } from './minimums.ts';
import { type Group, slicesOf } from './slices.ts';
import { suppress } from './suppress.ts';

/** Which groups could be shown at best: if everybody who is invited answers. For everybody the group is null. */
export function outlook(groups: readonly Group[], minimums: Minimums): { group: string | null; canShow: boolean }[] {
  const everybody = groups.flatMap(({ id, invited }) => Array.from({ length: invited }, () => ({ group: id })));
  const slices = slicesOf(groups, everybody);
  const shown = suppress(slices, { minimum: minimumsOf(minimums).scores, givesAway: () => false });
  return slices.map((slice) => ({ group: slice.group, canShow: shown.get(slice) !== 'hidden' }));
}
