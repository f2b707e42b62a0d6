import type { Criterion } from '../pack.ts';
import { type Check, isWhole } from './check.ts';

/** No criterion waits for itself by way of others: of criteria that need one another none could come first. */
export const noNeedCycles: Check = {
  key: 'no-need-cycles',
  find: (source) => {
    if (!isWhole(source, /^criteria\//)) return [];
    const criteria = new Map(source.criteria.map(({ value }) => [value.id, value]));
    return source.criteria.flatMap(({ file, path, value }) => {
      const way = wayBack(value.id, criteria);
      // said once for a circle, at the first of its ids
      if (way === null || way.length < 2 || way.some((id) => id < value.id)) return [];
      const message = `${[...way, value.id].join(' needs ')}: none of them could come first`;
      return [{ file, path: [...path, 'needs'], message, instead: 'leave out one of these needs' }];
    });
  },
};

/** The shortest chain of needs from a criterion back to itself, itself first; null where there is none. */
function wayBack(id: string, criteria: ReadonlyMap<string, Criterion>): string[] | null {
  const seen = new Set<string>();
  let ways = [[id]];
  while (ways.length > 0) {
    const further = ways.flatMap((way) => (criteria.get(way.at(-1) ?? '')?.needs ?? []).map((next) => [...way, next]));
    const closed = further.find((way) => way.at(-1) === id);
    if (closed !== undefined) return closed.slice(0, -1);
    ways = further.filter((way) => {
      const end = way.at(-1) ?? '';
      if (seen.has(end)) return false;
      seen.add(end);
      return true;
    });
  }
  return null;
}
