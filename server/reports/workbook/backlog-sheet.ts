import { ownerIn } from '../sections/backlog.ts';
import { column, day, decimal, points, type SheetBuilder, text } from './sheet.ts';

/** Every improvement with what it should bring and what it brought. */
export const backlogSheet: SheetBuilder = (material) => {
  const { texts, backlog: snapshot } = material;
  const { backlog, effects, sheets } = texts.workbook;
  return {
    name: sheets.backlog,
    columns: [
      ...[column(backlog.title, 50), column(backlog.state, 20), column(backlog.since, 12), column(backlog.owner, 24)],
      ...[column(backlog.due, 12), column(backlog.effort, 12), column(effects.expected, 16)],
      ...[column(effects.measured, 17), column(effects.criteria, 40)],
    ],
    rows: (snapshot?.items ?? []).map((item) => [
      ...[text(item.title), text(texts.backlog.states[item.state]), day(item.since), text(ownerIn(item, material))],
      ...[day(item.dueOn), decimal(item.effortDays), points(item.predicted?.value), points(item.measured?.value)],
      text(item.criteria.map(({ criterion, capability }) => `${criterion} ${capability ?? ''}`.trim()).join(', ')),
    ]),
  };
};
