import { escapeHtml } from './escape-html.ts';
import { METER_SIZE, meterShapes, type Point, type Shape } from './meter-shapes.ts';
import type { FigureCell } from './report-model.ts';

/** The meter as SVG, for files that have no component. Colours come from the classes of print-css.ts. */
export function drawMeter(cell: FigureCell, steps: number, className = ''): string {
  const words = escapeHtml(cell.words);
  const { width, height } = METER_SIZE;
  const size = `viewBox="0 0 ${width} ${height}" width="26" height="29"`;
  const name = className === '' ? '' : ` class="${className}"`;
  return `<svg${name} ${size} role="img" aria-label="${words}"><title>${words}</title>${meterShapes(cell, steps).map(drawShape).join('')}</svg>`;
}

const r = (value: number) => Math.round(value * 100) / 100;
const line = (points: readonly Point[]) =>
  points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${r(x)} ${r(y)}`).join('');

function drawShape(shape: Shape): string {
  const start = `class="${shape.paint}"`;
  switch (shape.kind) {
    case 'rect':
      return `<rect ${start} x="${r(shape.x)}" y="${r(shape.y)}" width="${r(shape.width)}" height="${r(shape.height)}"/>`;
    case 'strokes':
      return `<path ${start} d="${shape.strokes.map(line).join('')}"/>`;
    case 'area':
      return `<path ${start} d="${line(shape.points)}z"/>`;
    case 'circle':
      return `<circle ${start} cx="${r(shape.x)}" cy="${r(shape.y)}" r="${r(shape.radius)}"/>`;
  }
}
