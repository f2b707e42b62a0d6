import type { PackFile } from '../../pack.ts';
import type { Cell } from '../scorecard.ts';
import { combine } from './combine.ts';

/** What a group of aspects comes to for one capability; null: nothing of it applies, or the capability is not offered. */
export type GroupLevel = {
  key: string;
  name: string;
  level: number | null;
  low: number | null;
  high: number | null;
  target: number | null;
};

type Grouped = {
  groups?: PackFile['groups'];
  roll_up?: PackFile['roll_up'];
  aspects: readonly Pick<PackFile['aspects'][number], 'key' | 'group'>[];
};
type Levelled = Pick<Cell, 'aspect' | 'state' | 'level' | 'low' | 'high' | 'target'>;

/**
 * The groups of a pack for the cells of one capability, combined as its roll-up says (SAMM: a function is the mean of its three
 * practices); none where the pack does not combine groups. There is no number over all groups.
 */
export function groupLevels(pack: Grouped, cells: readonly Levelled[]): GroupLevel[] {
  const how = pack.roll_up === undefined || pack.roll_up === 'gated' ? undefined : pack.roll_up.group;
  if (how === undefined) return [];
  return (pack.groups ?? []).map(({ key, name }) => {
    const aspects = pack.aspects.filter(({ group }) => group === key).map((aspect) => aspect.key);
    const own = cells.filter(({ aspect, state }) => aspects.includes(aspect) && state === 'scored');
    const of = (which: 'level' | 'low' | 'high' | 'target') =>
      combine(
        how,
        own.flatMap((cell) => (cell[which] === null ? [] : [{ value: cell[which], weight: 1 }])),
      );
    return { key, name, level: of('level'), low: of('low'), high: of('high'), target: of('target') };
  });
}
