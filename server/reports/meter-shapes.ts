import type { FigureCell } from './report-model.ts';

/** What a stroke or an area of a meter stands for; each file format has its own paint for it. */
export type Paint =
  | 'frame'
  | 'dotted'
  | 'line'
  | 'claim'
  | 'hatch'
  | 'notch'
  | 'covered'
  | 'mark'
  | 'fill-1'
  | 'fill-2'
  | 'fill-3'
  | 'fill-4';
export type Point = readonly [x: number, y: number];
/** Plain geometry that SVG and PDF can both draw, in a box of 29 × 32. */
export type Shape =
  | { kind: 'rect'; paint: Paint; x: number; y: number; width: number; height: number }
  | { kind: 'strokes'; paint: Paint; strokes: readonly (readonly Point[])[] }
  | { kind: 'area'; paint: Paint; points: readonly Point[] }
  | { kind: 'circle'; paint: Paint; x: number; y: number; radius: number };

export const METER_SIZE = { width: 29, height: 32 } as const;

const [LEFT, RIGHT, TOP, BOTTOM, BASE] = [8, 23, 3, 27, 30] as const;
const WIDTH = RIGHT - LEFT;
const HEIGHT = BOTTOM - TOP;
const GAP = 0.6;
const MARK_STEP = 6.6;

const FILLS = ['fill-1', 'fill-2', 'fill-3', 'fill-4'] as const;

/** Which of the four steps of the one hue a level has, as on every screen: the darkest is the top one. 0: no level. */
export const shadeOf = (level: number, steps: number): number =>
  Math.ceil((Math.min(level, steps) / steps) * FILLS.length);

/** ! ◷ E ↳ + in boxes of 7 × 6, the same strokes as on the screens */
const MARKS = {
  symptom: [
    [
      [3.5, 1],
      [3.5, 3.8],
    ],
    [
      [3.5, 5.6],
      [3.5, 5.7],
    ],
  ],
  stale: [
    [
      [3.5, 2.2],
      [3.5, 3.6],
      [4.7, 3.6],
    ],
  ],
  exempt: [
    [
      [5.2, 1],
      [2, 1],
      [2, 6],
      [5.2, 6],
    ],
    [
      [2, 3.5],
      [4.6, 3.5],
    ],
  ],
  inherited: [
    [
      [1.5, 0.8],
      [1.5, 4.2],
      [5.7, 4.2],
    ],
    [
      [4, 2.4],
      [5.8, 4.2],
      [4, 6],
    ],
  ],
  ahead: [
    [
      [3.5, 1.2],
      [3.5, 5.8],
    ],
    [
      [1.2, 3.5],
      [5.8, 3.5],
    ],
  ],
} as const satisfies Record<FigureCell['marks'][number], readonly (readonly Point[])[]>;

/** The meter of a cell: the same sign as on every screen. Levels run up to `steps`, and need not be whole. */
export function meterShapes(cell: FigureCell, steps: number): Shape[] {
  return [...body(cell, steps), ...edges(cell, steps), ...cell.marks.flatMap(markShapes)];
}

function markShapes(mark: FigureCell['marks'][number], index: number): Shape[] {
  const down = index * MARK_STEP;
  const strokes = MARKS[mark].map((stroke) => stroke.map(([x, y]): Point => [x, y + down]));
  const clock: Shape[] =
    mark === 'stale' ? [{ kind: 'circle', paint: 'mark', x: 3.5, y: 3.5 + down, radius: 2.5 }] : [];
  return [...clock, { kind: 'strokes', paint: 'mark', strokes }];
}

const box = (paint: Paint): Shape => ({ kind: 'rect', paint, x: LEFT, y: TOP, width: WIDTH, height: HEIGHT });
const across = (paint: Paint, from: number, to: number, y: number): Shape => ({
  kind: 'strokes',
  paint,
  strokes: [
    [
      [from, y],
      [to, y],
    ],
  ],
});

function body(cell: FigureCell, steps: number): Shape[] {
  if (cell.state === 'not_offered') return [box('dotted')];
  if (cell.state === 'not_applicable') return [across('line', LEFT + 3, RIGHT - 3, 15)];
  const level = cell.level ?? 0;
  if (cell.confidence === null && level <= 1) return [box('frame'), ...claim(cell.claimed, steps)];
  return [box('frame'), ...possible(level, Math.max(cell.high ?? level, level), steps), ...filled(level, steps)];
}

function claim(claimed: number | null, steps: number): Shape[] {
  if (claimed === null) return [];
  const height = (Math.min(claimed, steps) / steps) * HEIGHT;
  const y = BOTTOM - height + 1.5;
  return [{ kind: 'rect', paint: 'claim', x: LEFT + 2, y, width: WIDTH - 4, height: height - 3 }];
}

function filled(level: number, steps: number): Shape[] {
  const height = HEIGHT / steps;
  const paint = FILLS[Math.max(shadeOf(level, steps), 1) - 1] ?? 'fill-4';
  return Array.from({ length: Math.ceil(level) }, (_, index) => {
    const block = Math.max(Math.min(level - index, 1) * height, 2 * GAP + 0.4);
    return {
      kind: 'rect',
      paint,
      x: LEFT + GAP,
      y: BOTTOM - (index + 1) * height + (height - block) + GAP,
      width: WIDTH - 2 * GAP,
      height: block - 2 * GAP,
    };
  });
}

function possible(level: number, high: number, steps: number): Shape[] {
  const height = HEIGHT / steps;
  const [top, bottom] = [BOTTOM - high * height, BOTTOM - level * height];
  const strokes: Point[][] = [];
  for (let start = top - WIDTH + 2; start < bottom; start += 3) {
    const from = Math.max(start, top);
    const to = Math.min(start + WIDTH, bottom);
    if (to > from) {
      strokes.push([
        [LEFT + from - start, from],
        [LEFT + to - start, to],
      ]);
    }
  }
  return strokes.length === 0 ? [] : [{ kind: 'strokes', paint: 'hatch', strokes }];
}

function edges(cell: FigureCell, steps: number): Shape[] {
  if (cell.state !== 'scored') return [];
  const base = [across('line', LEFT, RIGHT, BASE)];
  if (cell.coverage) base.push(across('covered', LEFT, LEFT + WIDTH * cell.coverage, BASE));
  if (cell.target === null) return base;
  const y = BOTTOM - (Math.min(cell.target, steps) / steps) * HEIGHT;
  const points: Point[] = [
    [24.4, y],
    [28.4, y - 2.6],
    [28.4, y + 2.6],
  ];
  return [{ kind: 'area', paint: 'notch', points }, ...base];
}
