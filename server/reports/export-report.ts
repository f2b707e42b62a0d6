import { z } from 'zod';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { REPORT_FORMATS } from '../report-formats/registry.ts';
import { readReport, readReportInput } from './read-report.ts';

export const exportReportInput = readReportInput.extend({ format: z.string() });

export type ReportFile = { name: string; mediaType: string; content: string };

/** The report of a frozen quarter as a file. */
export async function exportReport(ctx: Context, input: z.infer<typeof exportReportInput>): Promise<ReportFile> {
  const { format: key, ...which } = input;
  const format = REPORT_FORMATS.find((one) => one.key === key);
  if (format === undefined) {
    const known = REPORT_FORMATS.map((one) => one.key).join(', ');
    throw new AppError('NOT_FOUND', `There is no format "${key}". Choose one of ${known}.`);
  }
  const source = await readReport(ctx, which);
  const name = `${source.report.platform.key}-${source.summary.period}.${format.key}`;
  return { name, mediaType: format.mediaType, content: format.write(source) };
}

/** A file for a browser to keep: never shown inside the product, whatever is in it. */
export function fileResponse({ name, mediaType, content }: ReportFile): Response {
  return new Response(content, {
    headers: {
      'content-type': mediaType,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  });
}
