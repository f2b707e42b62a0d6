import { definePdf } from '../reports/pdf/define-pdf.ts';
import { renderPdf } from '../reports/pdf/render-pdf.ts';
import type { ReportSource } from '../reports/report-model.ts';
import type { ReportFormat } from './report-format.ts';

/** The report to print and to hand on: A4, figures as vectors, bookmarks, and at the foot of each page what it is and its hash. */
export const pdf = {
  key: 'pdf',
  mediaType: 'application/pdf',
  write: ({ report, summary }: ReportSource) => renderPdf(definePdf(report, summary.frozenAt)),
} satisfies ReportFormat;
