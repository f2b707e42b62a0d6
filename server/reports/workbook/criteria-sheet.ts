import { column, type SheetBuilder, text, whole } from './sheet.ts';

/** One row a criterion of each cell, with its state and why it is not decided. */
export const criteriaSheet: SheetBuilder = ({ texts, scorecard, nameOf }) => {
  const { cells, criteria, states, sheets } = texts.workbook;
  return {
    name: sheets.criteria,
    columns: [
      ...[column(cells.capability, 34), column(cells.aspect, 16), column(criteria.id, 11), column(criteria.title, 70)],
      ...[column(cells.level, 8), column(criteria.role, 12), column(criteria.inherited, 11)],
      ...[column(criteria.state, 15), column(criteria.reason, 30)],
    ],
    rows: scorecard.cells.flatMap((cell) =>
      cell.criteria.map(({ id, level, role, inherited, state, reason }) => [
        ...[text(nameOf.capability(cell.capability)), text(nameOf.aspect(cell.aspect)), text(id)],
        ...[text(nameOf.criterion(id)), whole(level), text(role), text(inherited ? texts.yes : texts.no)],
        ...[text(states[state]), text(reason === undefined ? null : texts.evidence.reasons[reason])],
      ]),
    ),
  };
};
