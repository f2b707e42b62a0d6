import { marksOf } from '#rubrics/scoring/cell-marks.ts';
import type { Cell } from '#rubrics/scoring/scorecard.ts';
import type { Material } from './report-material.ts';
import type { FigureCell } from './report-model.ts';

/** A cell for a figure: what its meter shows, and the same in words for whoever cannot see it. */
export function describeCell(cell: Cell, material: Material): FigureCell {
  const { state, level, high, target, coverage, confidence, claimed } = cell;
  return {
    state,
    level,
    high,
    target,
    coverage,
    confidence,
    claimed,
    marks: marksOf(cell),
    words: wordsOf(cell, material),
  };
}

function wordsOf(cell: Cell, { texts, nameOf }: Material): string {
  if (cell.state !== 'scored') return texts.cell[cell.state];
  const known = cell.confidence !== null || (cell.level ?? 0) > 1;
  const standing = known ? nameOf.level(cell.level) : texts.unknown;
  const words = [!known && cell.claimed !== null ? texts.cell.claimedOnly(cell.claimed) : standing];
  if (cell.high !== null && cell.high > (cell.level ?? 0)) words.push(texts.cell.upTo(cell.high));
  words.push(texts.cell.target(cell.target));
  if (cell.coverage !== null) words.push(texts.cell.covered(texts.percent(cell.coverage)));
  return [...words, ...marksOf(cell).map((mark) => texts.cell.marks[mark])].join(', ');
}
