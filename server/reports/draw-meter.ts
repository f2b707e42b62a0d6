import { escapeHtml } from './escape-html.ts';
import type { FigureCell } from './report-model.ts';

const [LEFT, RIGHT, TOP, BOTTOM, BASE] = [8, 23, 3, 27, 30] as const;
const WIDTH = RIGHT - LEFT;
const HEIGHT = BOTTOM - TOP;
const GAP = 0.6;

/** ! ◷ E ↳ + in boxes of 7 × 6, the same strokes as on the screens */
const MARKS = {
  symptom: 'M3.5 1v2.8M3.5 5.6v.1',
  stale: 'M3.5 1a2.5 2.5 0 1 1 0 5a2.5 2.5 0 1 1 0-5M3.5 2.2v1.4h1.2',
  exempt: 'M5.2 1H2v5h3.2M2 3.5h2.6',
  inherited: 'M1.5 .8v3.4h4.2M4 2.4l1.8 1.8L4 6',
  ahead: 'M3.5 1.2v4.6M1.2 3.5h4.6',
} as const;

/** The meter as SVG, for files that have no component: the same sign as on every screen. Colours come from `--level-n`. */
export function drawMeter(cell: FigureCell, steps: number): string {
  const marks = cell.marks.map(
    (mark, index) => `<path class="mark" transform="translate(0 ${index * 6.6})" d="${MARKS[mark]}"/>`,
  );
  const words = escapeHtml(cell.words);
  return `<svg viewBox="0 0 29 32" width="26" height="29" role="img" aria-label="${words}"><title>${words}</title>${body(cell, steps)}${edges(cell, steps)}${marks.join('')}</svg>`;
}

const frame = (name: string) =>
  `<rect class="${name}" x="${LEFT}" y="${TOP}" width="${WIDTH}" height="${HEIGHT}" rx="0.5"/>`;

function body(cell: FigureCell, steps: number): string {
  if (cell.state === 'not_offered') return frame('dotted');
  if (cell.state === 'not_applicable') return `<path class="line" d="M${LEFT + 3} 15h${WIDTH - 6}"/>`;
  const level = cell.level ?? 0;
  if (cell.confidence === null && level <= 1) return frame('frame') + claim(cell.claimed, steps);
  return frame('frame') + possible(level, Math.max(cell.high ?? level, level), steps) + filled(level, steps);
}

function claim(claimed: number | null, steps: number): string {
  if (claimed === null) return '';
  const height = (Math.min(claimed, steps) / steps) * HEIGHT;
  return `<rect class="claim" x="${LEFT + 2}" y="${BOTTOM - height + 1.5}" width="${WIDTH - 4}" height="${height - 3}"/>`;
}

function filled(level: number, steps: number): string {
  const height = HEIGHT / steps;
  const blocks = Array.from({ length: level }, (_, index) => {
    const y = BOTTOM - (index + 1) * height;
    return `M${LEFT + GAP} ${y + GAP}H${RIGHT - GAP}V${y + height - GAP}H${LEFT + GAP}z`;
  });
  return `<path class="fill-${Math.min(Math.max(level, 1), 4)}" d="${blocks.join('')}"/>`;
}

function possible(level: number, high: number, steps: number): string {
  const height = HEIGHT / steps;
  const [top, bottom] = [BOTTOM - high * height, BOTTOM - level * height];
  const lines: string[] = [];
  for (let start = top - WIDTH + 2; start < bottom; start += 3) {
    const from = Math.max(start, top);
    const to = Math.min(start + WIDTH, bottom);
    if (to > from) lines.push(`M${LEFT + from - start} ${from}L${LEFT + to - start} ${to}`);
  }
  return `<path class="hatch" d="${lines.join('')}"/>`;
}

function edges(cell: FigureCell, steps: number): string {
  if (cell.state !== 'scored') return '';
  const base = `<path class="line" d="M${LEFT} ${BASE}h${WIDTH}"/>`;
  const covered = cell.coverage ? `<path class="covered" d="M${LEFT} ${BASE}h${WIDTH * cell.coverage}"/>` : '';
  const y = cell.target === null ? null : BOTTOM - (Math.min(cell.target, steps) / steps) * HEIGHT;
  return `${y === null ? '' : `<path class="notch" d="M24.4 ${y}l4-2.6v5.2z"/>`}${base}${covered}`;
}
