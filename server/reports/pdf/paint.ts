import type { CanvasElement } from 'pdfmake/interfaces';
import { METER_SIZE, meterShapes, type Paint, type Point, type Shape } from '../meter-shapes.ts';
import type { FigureCell } from '../report-model.ts';

/** Paper and ink, and the four steps of a level: the light theme of the screens. */
export const COLORS = {
  ink: '#1c1a17',
  muted: '#5f5a52',
  line: '#a8a196',
  hairline: '#d9d4ca',
  needsYou: '#b7791f',
  steps: ['#a5bbe3', '#6d8ec9', '#3c60a3', '#1e366b'],
  /** numbers on those steps */
  onSteps: ['#1c1a17', '#1c1a17', '#ffffff', '#ffffff'],
} as const;

type Brush = { lineColor?: string; color?: string; lineWidth?: number; dash?: { length: number; space: number } };

const BRUSHES = {
  frame: { lineColor: COLORS.line, lineWidth: 0.7 },
  dotted: { lineColor: COLORS.line, lineWidth: 1, dash: { length: 0.8, space: 1.8 } },
  line: { lineColor: COLORS.line, lineWidth: 0.7 },
  claim: { lineColor: COLORS.ink, lineWidth: 0.7 },
  hatch: { lineColor: COLORS.steps[2], lineWidth: 0.7 },
  notch: { color: COLORS.ink },
  covered: { lineColor: COLORS.ink, lineWidth: 1.6 },
  mark: { lineColor: COLORS.ink, lineWidth: 0.8 },
  'fill-1': { color: COLORS.steps[0] },
  'fill-2': { color: COLORS.steps[1] },
  'fill-3': { color: COLORS.steps[2] },
  'fill-4': { color: COLORS.steps[3] },
} as const satisfies Record<Paint, Brush>;

export type Place = { left: number; scale: number; opacity: number };

/** How wide a meter is drawn at a scale. */
export const meterWidth = (scale: number) => METER_SIZE.width * scale;

/** The meter of a cell as vectors of pdfmake, which moves them when it lays them out: made anew for each place. */
export function paintMeter(cell: FigureCell, steps: number, place: Place): CanvasElement[] {
  return meterShapes(cell, steps).flatMap((shape) => paintShape(shape, place));
}

function paintShape(shape: Shape, { left, scale, opacity }: Place): CanvasElement[] {
  const brush = { ...BRUSHES[shape.paint], fillOpacity: opacity, strokeOpacity: opacity };
  const at = ([x, y]: Point) => ({ x: left + x * scale, y: y * scale });
  switch (shape.kind) {
    case 'rect': {
      const size = { w: shape.width * scale, h: shape.height * scale };
      return [{ type: 'rect', ...at([shape.x, shape.y]), ...size, ...brush }];
    }
    case 'strokes':
      return shape.strokes.map((stroke) => ({ type: 'polyline', points: stroke.map(at), lineCap: 'round', ...brush }));
    case 'area':
      return [{ type: 'polyline', points: shape.points.map(at), closePath: true, ...brush }];
    case 'circle': {
      const radius = shape.radius * scale;
      return [{ type: 'ellipse', ...at([shape.x, shape.y]), r1: radius, r2: radius, ...brush }];
    }
  }
}
