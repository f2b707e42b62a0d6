import { csv } from './csv.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import { md } from './md.ts';
import type { ReportFormat } from './report-format.ts';

/** Every format that a report can be exported in. */
export const REPORT_FORMATS: readonly ReportFormat[] = [html, csv, json, md];
