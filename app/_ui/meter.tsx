import { hatchPath, MARK_PATHS, type Mark, marksInOrder, shadeOf, stepsPath, weavePath } from './meter-paths.ts';

/** What the meter draws. Levels run up to `steps`, and need not be whole. */
export type MeterCell = {
  state: 'scored' | 'not_offered' | 'not_applicable' | 'hidden';
  level: number | null;
  /** the level if all that is unknown turned out well */
  high: number | null;
  target: number | null;
  /** decided share of what was asked, 0…1 */
  coverage: number | null;
  /** null: nothing is decided by evidence */
  confidence: string | null;
  claimed: number | null;
  marks: readonly Mark[];
};

const BODY = { left: 8, right: 23, top: 3, bottom: 27 } as const;
const WIDTH = BODY.right - BODY.left;
const HEIGHT = BODY.bottom - BODY.top;
const BASE = 30;

const FILLS = ['fill-level-1', 'fill-level-1', 'fill-level-2', 'fill-level-3', 'fill-level-4'] as const;
const STROKES = ['stroke-level-1', 'stroke-level-1', 'stroke-level-2', 'stroke-level-3', 'stroke-level-4'] as const;

/** Nothing is known: no evidence decides anything, and no exemption lifts the cell. */
export function isUnknown(cell: Pick<MeterCell, 'state' | 'confidence' | 'level'>): boolean {
  return cell.state === 'scored' && cell.confidence === null && (cell.level ?? 0) <= 1;
}

/** What is drawn consists of numbers and of names in this file alone: nothing in it needs escaping. */
const path = (d: string, className: string) => `<path d="${d}" class="${className}"></path>`;
const rect = (left: number, top: number, size: { width: number; height: number }, className: string) =>
  `<rect x="${left}" y="${top}" width="${size.width}" height="${size.height}" class="fill-none ${className}"></rect>`;
const frame = (className: string) => rect(BODY.left, BODY.top, { width: WIDTH, height: HEIGHT }, className);

function drawLevel(cell: MeterCell, steps: number): string {
  const level = cell.level ?? 0;
  const high = Math.max(cell.high ?? level, level);
  const shade = shadeOf(level, steps);
  const possible = `fill-none stroke-[0.9] ${STROKES[Math.max(shade, 2)]}`;
  return (
    frame('stroke-line') +
    (high > level ? path(hatchPath(BODY, steps, level, high), possible) : '') +
    (level > 0 ? path(stepsPath(BODY, steps, level), FILLS[shade]) : '')
  );
}

function drawClaim(claimed: number, steps: number): string {
  const height = (Math.min(claimed, steps) / steps) * HEIGHT;
  const size = { width: WIDTH - 4, height: height - 3 };
  return rect(BODY.left + 2, BODY.bottom - height + 1.5, size, 'stroke-ink stroke-[0.8]');
}

function drawBody(cell: MeterCell, steps: number): string {
  if (cell.state === 'not_offered')
    return frame('stroke-line [stroke-dasharray:0.1_2.6] stroke-[1.4] [stroke-linecap:round]');
  if (cell.state === 'not_applicable') return path(`M${BODY.left + 3} 15h${WIDTH - 6}`, 'stroke-line stroke-[1.4]');
  if (cell.state === 'hidden')
    return path(weavePath(BODY), 'fill-none stroke-line stroke-[0.7]') + frame('stroke-line');
  if (!isUnknown(cell)) return drawLevel(cell, steps);
  return frame('stroke-line') + (cell.claimed === null ? '' : drawClaim(cell.claimed, steps));
}

function drawEdges(cell: MeterCell, steps: number): string {
  if (cell.state !== 'scored') return '';
  const notch = cell.target === null ? null : BODY.bottom - (Math.min(cell.target, steps) / steps) * HEIGHT;
  return (
    (notch === null ? '' : path(`M24.4 ${notch}l4-2.6v5.2z`, 'fill-ink')) +
    path(`M${BODY.left} ${BASE}h${WIDTH}`, 'stroke-line stroke-[0.8]') +
    (cell.coverage ? path(`M${BODY.left} ${BASE}h${WIDTH * cell.coverage}`, 'stroke-ink stroke-2') : '')
  );
}

const drawMark = (mark: Mark, index: number) =>
  `<path d="${MARK_PATHS[mark]}" transform="translate(0 ${index * 6.6})" data-mark="${mark}" class="fill-none stroke-ink stroke-[1.1] [stroke-linecap:round]"></path>`;

/**
 * The product's sign: how high a cell stands (filled), could stand (hatched), should stand (notch), and how much of that
 * rests on evidence (base line). Give a `label` where the meter stands alone; beside words that say the same, leave it out.
 * It is drawn as markup, not as elements: a page shows dozens, and each element would be rendered, sent and hydrated.
 */
export function Meter({
  cell,
  size = 24,
  steps = 4,
  label,
}: {
  cell: MeterCell;
  size?: number;
  steps?: number;
  label?: string;
}) {
  const marks = marksInOrder(cell.marks).slice(0, size < 20 ? 1 : undefined);
  const drawing = drawBody(cell, steps) + drawEdges(cell, steps) + marks.map(drawMark).join('');
  return (
    <svg
      viewBox="0 0 29 32"
      width={(size * 29) / 32}
      height={size}
      className="shrink-0 overflow-visible"
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: numbers and names of this file alone, no text of anybody
      dangerouslySetInnerHTML={{ __html: drawing }}
    />
  );
}
