import { csv } from './csv.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import { md } from './md.ts';
import { pdf } from './pdf.ts';
import type { ReportFormat } from './report-format.ts';
import { xlsx } from './xlsx.ts';

/** Every format that a report can be exported in. */
export const REPORT_FORMATS: readonly ReportFormat[] = [html, pdf, xlsx, csv, json, md];
