import { column, decimal, level, percent, type SheetBuilder, text } from './sheet.ts';

/** One row a cell, with everything that the scorecard says of it. */
export const cellsSheet: SheetBuilder = ({ texts, scorecard, change, nameOf, rubric }) => {
  const names = texts.workbook.cells;
  const before = new Map(
    change?.baseline.cells.map(({ capability, aspect, level: was }) => [`${capability}/${aspect}`, was]),
  );
  return {
    name: texts.workbook.sheets.cells,
    columns: [
      ...[column(names.capability, 34), column(names.aspect, 16), column(names.state, 15), column(names.level, 8)],
      ...(change === null ? [] : [column(names.before(change.period), 17)]),
      ...[column(names.low, 8), column(names.high, 8), column(names.target, 8), column(names.progress, 24)],
      ...[column(names.coverage, 11), column(names.confidence, 12), column(names.withoutExemptions, 20)],
      ...[column(names.claimed, 10), column(names.felt, 8), column(names.measured, 11)],
    ],
    rows: scorecard.cells.map((cell) => [
      ...[text(nameOf.capability(cell.capability)), text(nameOf.aspect(cell.aspect))],
      ...[text(texts.workbook.states[cell.state]), level(cell.level, rubric)],
      ...(change === null ? [] : [level(before.get(`${cell.capability}/${cell.aspect}`) ?? null, rubric)]),
      ...[decimal(cell.low), decimal(cell.high), decimal(cell.target), percent(cell.progress), percent(cell.coverage)],
      ...[text(cell.confidence), decimal(cell.levelWithoutExemptions)],
      ...[decimal(cell.claimed), decimal(cell.felt), decimal(cell.measured)],
    ]),
  };
};
