import type { CanvasElement, Content, TableCell } from 'pdfmake/interfaces';
import { shadeOf } from '../meter-shapes.ts';
import type { BlockOf } from '../report-model.ts';
import { flow } from './flow.ts';
import { COLORS, meterWidth, paintMeter } from './paint.ts';
import { HAIRLINES } from './tables.ts';

const ALONE = 0.86;
const PAIRED = 0.8;
const BEFORE_OPACITY = 0.42;
/** between the two meters of a pair */
const GAP = 4;
const BAR = { width: 230, height: 9 } as const;
const SPREAD = { width: 330, periodWidth: 46 } as const;

/** The heat map: of each cell its meter, with the quarter before pale at its left. */
export function drawMap({ periods, aspects, rows }: BlockOf<'heat-map'>, steps: number): Content {
  const scale = periods.before === null ? ALONE : PAIRED;
  const width = meterWidth(scale);
  const head: TableCell[] = ['', ...aspects].map((text) => ({ text, style: 'head' }));
  const body = rows.map(({ name, cells }): TableCell[] => [
    { ...flow(name), bold: true, margin: [0, 7, 0, 0] },
    ...cells.map(({ now, before }) => {
      const left = before === null ? [] : paintMeter(before, steps, { left: 0, scale, opacity: BEFORE_OPACITY });
      return {
        canvas: [
          ...left,
          ...paintMeter(now, steps, { left: periods.before === null ? 0 : width + GAP, scale, opacity: 1 }),
        ],
      };
    }),
  ]);
  const cellWidth = periods.before === null ? 66 : 2 * width + GAP + 6;
  return {
    style: 'table',
    layout: { ...HAIRLINES, paddingTop: () => 0.5, paddingBottom: () => 0.5 },
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: ['*', ...aspects.map(() => cellWidth)],
      body: [head, ...body],
    },
  };
}

/** A row of its own between two that are not one series. */
function drawBreak(breaks: string[]): TableCell[] {
  const width = 2 * BAR.width;
  const dashed: CanvasElement = { type: 'line', x1: 0, y1: 1, x2: width, y2: 1, dash: { length: 4, space: 3 } };
  const stack = [
    { canvas: [{ ...dashed, lineColor: COLORS.ink, lineWidth: 0.8 }] },
    { ...flow(breaks.join('; ')), style: 'note' },
  ];
  return [{ stack, colSpan: 3 }, '', ''];
}

/** Shares as bars; the thin line is their range. */
export function drawBars({ rows }: BlockOf<'bars'>): Content {
  const x = (share: number) => share * BAR.width;
  const middle = BAR.height / 2 + 1;
  const level = (from: number, to: number, lineColor: string, lineWidth: number): CanvasElement => ({
    ...{ type: 'line', x1: from, y1: middle, x2: to, y2: middle, lineColor, lineWidth },
  });
  return {
    style: 'table',
    layout: { ...HAIRLINES, paddingTop: () => 1.4, paddingBottom: () => 1.4 },
    table: {
      dontBreakRows: true,
      widths: ['*', BAR.width, 34],
      body: rows.flatMap(({ name, value, low, high, words, breaks }): TableCell[][] => [
        ...(breaks.length === 0 ? [] : [drawBreak(breaks)]),
        [
          { ...flow(name), bold: true },
          {
            canvas: [
              level(0, BAR.width, COLORS.hairline, 0.7),
              ...(value === null
                ? []
                : [{ type: 'rect' as const, x: 0, y: 2, w: x(value), h: BAR.height - 2, color: COLORS.steps[2] }]),
              ...(low === null || high === null || low === high ? [] : [level(x(low), x(high), COLORS.ink, 1)]),
            ],
          },
          { text: words, alignment: 'right', noWrap: true },
        ],
      ]),
    },
  };
}

/** How many cells stand at each level: parts as wide as their counts, with the counts in them. */
export function drawSpread({ rows }: BlockOf<'spread'>): Content {
  const body = rows.map(({ name, bars }): TableCell[] => [
    { text: name, bold: true, margin: [0, 2, 0, 0] },
    {
      stack: bars.map((bar) => ({
        columns: [
          { text: bar.period, style: 'small', width: SPREAD.periodWidth, margin: [0, 2.5, 0, 0] },
          drawSteps(bar),
        ],
      })),
    },
  ]);
  return {
    style: 'table',
    layout: HAIRLINES,
    table: { dontBreakRows: true, widths: ['*', SPREAD.width + SPREAD.periodWidth], body },
  };
}

function drawSteps({ counts }: BlockOf<'spread'>['rows'][number]['bars'][number]): Content {
  const parts = counts.flatMap((n, step) => (n === 0 ? [] : [{ n, step }]));
  const all = parts.reduce((sum, { n }) => sum + n, 0);
  if (all === 0) return { text: '' };
  return {
    layout: {
      hLineWidth: () => 0,
      vLineWidth: () => 0,
      paddingLeft: () => 0,
      paddingRight: () => 0.7,
      paddingTop: () => 0.7,
      paddingBottom: () => 0.7,
    },
    table: {
      widths: parts.map(({ n }) => (SPREAD.width * n) / all - 0.7),
      body: [
        parts.map(({ n, step }): TableCell => {
          const shade = shadeOf(step, counts.length - 1) - 1;
          const painted = shade < 0 ? {} : { fillColor: COLORS.steps[shade], color: COLORS.onSteps[shade] };
          return { text: String(n), alignment: 'center', fontSize: 8, ...painted };
        }),
      ],
    },
  };
}
