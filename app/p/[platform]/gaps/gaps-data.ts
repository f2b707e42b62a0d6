import type { inferRouterOutputs } from '@trpc/server';
import { type Gap, isCarried, type View } from '#rubrics/scoring/gaps.ts';
import type { AppRouter } from '#server/router.ts';
import type { ViewPoint } from '../../../_charts/two-views.tsx';

export type Gaps = inferRouterOutputs<AppRouter>['overview']['gaps'];
export type GapCell = Gaps['cells'][number];

/** The pairs of views, by their name in the address; the one that goes across, then the one that goes up. */
export const PAIRS = {
  'felt-measured': ['measured', 'felt'],
  'claimed-measured': ['measured', 'claimed'],
  'claimed-felt': ['felt', 'claimed'],
} as const satisfies Record<string, readonly [View, View]>;
export type Pair = keyof typeof PAIRS;

export const PAIR_KEYS = ['felt-measured', 'claimed-measured', 'claimed-felt'] as const satisfies readonly Pair[];

export const isPair = (value: unknown): value is Pair => typeof value === 'string' && Object.hasOwn(PAIRS, value);

/** The cells by where two views put them, the furthest apart first. */
export function pointsOf(cells: readonly GapCell[], pair: Pair, nameOf: (cell: GapCell) => string): ViewPoint[] {
  const [across, up] = PAIRS[pair];
  const points = new Map<string, ViewPoint & { cells: string[] }>();
  for (const cell of cells) {
    const [x, y] = [cell[across], cell[up]];
    if (x === null || y === null) continue;
    const carried = isCarried(cell, across) && isCarried(cell, up);
    const key = `${x} ${y} ${carried}`;
    const point = points.get(key) ?? { x, y, isCarried: carried, cells: [] };
    point.cells.push(nameOf(cell));
    points.set(key, point);
  }
  const apart = ({ x, y }: ViewPoint) => Math.abs(x - y);
  return [...points.values()].toSorted((a, b) => apart(b) - apart(a) || a.x - b.x || a.y - b.y);
}

export type Finding = { cell: GapCell; gap: Gap };

/** The gaps between two views, the widest first. */
export function findingsOf(cells: readonly GapCell[], pair: Pair): Finding[] {
  const [across, up] = PAIRS[pair];
  const found = cells.flatMap((cell) =>
    cell.gaps
      .filter(({ higher, lower }) => (higher === across && lower === up) || (higher === up && lower === across))
      .map((gap) => ({ cell, gap })),
  );
  return found.toSorted((a, b) => b.gap.size - a.gap.size);
}

/** What a gap says and asks for, by which view is higher. */
const SENTENCES = {
  claimed: { felt: 'claimed-felt', measured: 'claimed-measured', claimed: null },
  felt: { claimed: 'felt-claimed', measured: 'felt-measured', felt: null },
  measured: { claimed: 'measured-claimed', felt: 'measured-felt', measured: null },
} as const;

/** What says the same of several cells, said once; in the order of the first of each. */
export function groupFindings(found: readonly Finding[]) {
  const groups = Map.groupBy(found, ({ gap }) => SENTENCES[gap.higher][gap.lower]);
  return [...groups].flatMap(([sentence, findings]) => {
    const lower = findings[0]?.gap.lower;
    return sentence === null || lower === undefined ? [] : [{ sentence, findings, lower }];
  });
}

/** Where one goes to do something about gaps whose lower view is this; null: to each cell itself. */
export function actionOf(platform: string, lower: View): string | null {
  if (lower === 'claimed') return `/p/${platform}/self-assessment`;
  return lower === 'felt' ? `/p/${platform}/surveys` : null;
}
