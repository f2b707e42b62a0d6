import { REPORT_FORMATS } from '../report-formats/registry.ts';
import { rawOperation } from '../rest/operation.ts';
import { exportReport, fileResponse } from './export-report.ts';
import { readReportInput } from './read-report.ts';

/** One address a format. */
export const reportOperations = REPORT_FORMATS.map(({ key, mediaType }) =>
  rawOperation({
    method: 'GET',
    path: `/platforms/{platform}/assessments/{id}/report.${key}`,
    summary: `Exports the report of a frozen quarter as ${key.toUpperCase()}; by the label of a quarter, the published one.`,
    scope: 'read',
    input: readReportInput,
    produces: { [mediaType]: null },
    answer: async (ctx, input) => fileResponse(await exportReport(ctx, { ...input, format: key })),
  }),
);
