import type { Assumption } from './assume-states.ts';
import { goalOf } from './effect.ts';
import { placeKeyOf } from './route-steps.ts';
import type { Cell } from './scorecard.ts';

/** What somebody has to do for a what-if to come true: the places that it assumes to be where one wants them and are not. */
export function listWork(assumed: readonly Assumption[], cells: readonly Cell[]): Assumption[] {
  const results = new Map(
    cells.flatMap(({ capability, criteria }) =>
      criteria.map((one) => {
        const place = { criterion: one.id, capability: one.inherited ? null : capability };
        return [placeKeyOf(place), one] as const;
      }),
    ),
  );
  return assumed.filter((one) => {
    const now = results.get(placeKeyOf(one));
    if (now === undefined) return false;
    const goal = goalOf(now.role);
    return one.state === goal && now.state !== goal;
  });
}
