import { ledgerOf } from '../../backlog/backlog-snapshot.ts';
import { column, decimal, percent, points, type SheetBuilder, text, whole } from './sheet.ts';

/** How good estimates were, by the quarter in which improvements were settled; all of them last. */
export const ledgerSheet: SheetBuilder = ({ texts, backlog: snapshot }) => {
  const { ledger: words, effects, sheets } = texts.workbook;
  const ledger = snapshot === null ? null : ledgerOf(snapshot);
  const rows =
    ledger === null || ledger.items.length === 0 ? [] : [...ledger.quarters, { period: words.all, ...ledger.all }];
  return {
    name: sheets.ledger,
    columns: [
      ...[column(words.quarter, 12), column(words.settled, 10), column(words.verified, 10), column(words.compared, 18)],
      ...[column(effects.expected, 16), column(effects.measured, 17), column(words.ratio, 10)],
      ...[column(words.error, 18), column(words.low, 16), column(words.high, 16)],
      ...[column(words.share, 16), column(words.low, 16), column(words.high, 16)],
      ...[column(words.days, 20), column(words.estimated, 20), column(words.actual, 18)],
    ],
    rows: rows.map(({ period, compared, predicted, measured, ratio, error, share, effort, ...row }) => [
      ...[text(period), whole(row.settled), whole(row.verified), whole(compared)],
      ...[points(compared === 0 ? null : predicted), points(compared === 0 ? null : measured), decimal(ratio)],
      ...[points(error?.estimate), points(error?.low), points(error?.high)],
      ...[percent(share?.estimate), percent(share?.low), percent(share?.high)],
      ...[decimal(row.daysToVerify), decimal(effort?.estimated), decimal(effort?.actual)],
    ]),
  };
};
