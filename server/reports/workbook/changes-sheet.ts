import { whyMoved } from '../why-moved.ts';
import { column, level, type SheetBuilder, text } from './sheet.ts';

/** The cells whose level changed since the last quarter, and why. */
export const changesSheet: SheetBuilder = (material) => {
  const { texts, change, nameOf, rubric } = material;
  const { cells, changes, sheets } = texts.workbook;
  return {
    name: sheets.changes,
    columns: [
      ...[column(cells.capability, 34), column(cells.aspect, 16)],
      ...[column(changes.before, 9), column(changes.now, 9), column(changes.why, 100)],
    ],
    rows: (change?.moved ?? []).map((moved) => [
      ...[text(nameOf.capability(moved.capability)), text(nameOf.aspect(moved.aspect))],
      ...[level(moved.from.level, rubric), level(moved.to.level, rubric), text(whyMoved(moved, material))],
    ]),
  };
};
