/** The marks at the meter's corner: a symptom holds it down, evidence is stale, exempt, inherited, ahead. */
export type Mark = 'symptom' | 'stale' | 'exempt' | 'inherited' | 'ahead';

const ORDER = ['symptom', 'stale', 'exempt', 'inherited', 'ahead'] as const satisfies readonly Mark[];

/** Each mark drawn in a box of 7 × 6: ! ◷ E ↳ + */
export const MARK_PATHS = {
  symptom: 'M3.5 1v2.8M3.5 5.6v.1',
  stale: 'M3.5 1a2.5 2.5 0 1 1 0 5a2.5 2.5 0 1 1 0-5M3.5 2.2v1.4h1.2',
  exempt: 'M5.2 1H2v5h3.2M2 3.5h2.6',
  inherited: 'M1.5 .8v3.4h4.2M4 2.4l1.8 1.8L4 6',
  ahead: 'M3.5 1.2v4.6M1.2 3.5h4.6',
} as const satisfies Record<Mark, string>;

export function marksInOrder(marks: readonly Mark[]): Mark[] {
  return ORDER.filter((mark) => marks.includes(mark));
}

type Box = { left: number; right: number; top: number; bottom: number };

const GAP = 0.6;
const round = (value: number) => Math.round(value * 100) / 100;

/** One block a level, from the ground up, a hair's breadth apart so that they can be counted; the last may be a part of one. */
export function stepsPath(box: Box, steps: number, level: number): string {
  const height = (box.bottom - box.top) / steps;
  const filled = Math.min(level, steps);
  return Array.from({ length: Math.ceil(filled) }, (_, index) => {
    const top = box.bottom - (index + 1) * height;
    const missing = height - Math.max(Math.min(filled - index, 1) * height, 2 * GAP + 0.4);
    return `M${box.left + GAP} ${round(top + missing + GAP)}H${box.right - GAP}V${round(top + height - GAP)}H${box.left + GAP}z`;
  }).join('');
}

/** Which of the four steps of the one hue a level has: the lowest for the lowest level, the darkest for the top one. */
export function shadeOf(level: number, steps: number): 0 | 1 | 2 | 3 | 4 {
  const share = Math.ceil((Math.min(level, steps) / steps) * 4);
  return share >= 4 ? 4 : share === 3 ? 3 : share === 2 ? 2 : share === 1 ? 1 : 0;
}

/** Slanted strokes over the levels that are possible but not known. */
export function hatchPath(box: Box, steps: number, level: number, high: number): string {
  const height = (box.bottom - box.top) / steps;
  const [top, bottom] = [box.bottom - Math.min(high, steps) * height, box.bottom - level * height];
  const width = box.right - box.left;
  const lines: string[] = [];
  for (let start = top - width + 2; start < bottom; start += 3) {
    const from = Math.max(start, top);
    const to = Math.min(start + width, bottom);
    if (to > from)
      lines.push(`M${round(box.left + from - start)} ${round(from)}L${round(box.left + to - start)} ${round(to)}`);
  }
  return lines.join('');
}

/** Threads over and under: hidden on purpose, not missing. */
export function weavePath(box: Box): string {
  const lines: string[] = [];
  const cell = (box.right - box.left) / 4;
  for (let row = 0; box.top + row * cell < box.bottom - 0.1; row += 1) {
    const y = box.top + row * cell;
    const height = Math.min(cell, box.bottom - y);
    for (let column = 0; column < 4; column += 1) {
      const x = box.left + column * cell;
      const [first, second] = [1 / 3, 2 / 3];
      lines.push(
        (row + column) % 2 === 0
          ? `M${round(x)} ${round(y + height * first)}h${round(cell)}M${round(x)} ${round(y + height * second)}h${round(cell)}`
          : `M${round(x + cell * first)} ${round(y)}v${round(height)}M${round(x + cell * second)} ${round(y)}v${round(height)}`,
      );
    }
  }
  return lines.join('');
}
