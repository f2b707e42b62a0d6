import type { Change } from './compare-frozen.ts';

type Named = { key: string; name: string };

/** The aspects by which way their cells moved on the whole: more up than down, more down than up, neither. */
export function movedAspects({ moved }: Pick<Change, 'moved'>, aspects: readonly Named[]) {
  const way = ({ key }: Named) =>
    Math.sign(moved.filter(({ aspect }) => aspect === key).reduce((sum, cell) => sum + cell.way, 0));
  const names = (sign: number) => aspects.filter((aspect) => way(aspect) === sign).map(({ name }) => name);
  return { up: names(1), down: names(-1), still: names(0) };
}
