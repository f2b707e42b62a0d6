import { writeCsv } from '../csv/write-csv.ts';
import type { ReportFormat } from './report-format.ts';

const COLUMNS = [
  ...['platform', 'period', 'as_of', 'capability', 'aspect', 'state', 'level', 'low', 'high', 'target', 'progress'],
  ...['coverage', 'confidence', 'level_without_exemptions', 'claimed', 'felt', 'measured'],
  ...['rubric', 'scorecard_sha256'],
];

/** One row a cell, for spreadsheets: RFC 4180, UTF-8, unknown is empty. */
export const csv = {
  key: 'csv',
  mediaType: 'text/csv; charset=utf-8',
  write: ({ summary, frozen, report }) => {
    const rubric = `${summary.rubric.id} ${summary.rubric.version}`;
    const rows = frozen.scorecard.cells.map((cell) => [
      ...[report.platform.key, summary.period, summary.asOf, cell.capability, cell.aspect, cell.state],
      ...[cell.level, cell.low, cell.high, cell.target, cell.progress, cell.coverage, cell.confidence],
      ...[cell.levelWithoutExemptions, cell.claimed, cell.felt, cell.measured],
      ...[rubric, summary.scorecardSha256],
    ]);
    return writeCsv([COLUMNS, ...rows]);
  },
} satisfies ReportFormat;
