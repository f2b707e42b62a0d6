import type { ReportSource } from '../reports/report-model.ts';
import { writeWorkbook } from '../reports/workbook/write-workbook.ts';
import type { ReportFormat } from './report-format.ts';

/** The figures behind the report, to go on calculating with: numbers are numbers, days are days, and no text is a formula. */
export const xlsx = {
  key: 'xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  write: ({ material }: ReportSource) => writeWorkbook(material),
} satisfies ReportFormat;
