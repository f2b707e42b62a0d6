import { z } from 'zod';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { REPORT_FORMATS } from '../report-formats/registry.ts';
import type { Task } from '../tasks/task.ts';
import { findReported } from './find-reported.ts';
import { gatherFrozen } from './gather-frozen.ts';
import { readReportInput } from './read-report.ts';

export const exportReportInput = readReportInput.extend({ format: z.string() });
type Input = z.infer<typeof exportReportInput>;

/** A whole file: it is served, or written, only once all of it is there. */
export type ReportFile = { name: string; mediaType: string; content: Uint8Array<ArrayBuffer> };

export const exportReportTask: Task<Input, ReportFile> = {
  key: 'export-report',
  long: true,
  input: exportReportInput,
  async run(ctx, { format: key, ...which }) {
    const format = REPORT_FORMATS.find((one) => one.key === key);
    if (format === undefined) {
      const known = REPORT_FORMATS.map((one) => one.key).join(', ');
      throw new AppError('NOT_FOUND', `There is no format "${key}". Choose one of ${known}.`);
    }
    const { assessment } = await findReported(ctx, which);
    const source = await gatherFrozen(ctx.db, assessment);
    const name = `${source.report.platform.key}-${source.summary.period}.${format.key}`;
    return { name, mediaType: format.mediaType, content: bytesOf(await format.write(source)) };
  },
};

const encoder = new TextEncoder();
const bytesOf = (written: string | Uint8Array): Uint8Array<ArrayBuffer> =>
  typeof written === 'string' ? encoder.encode(written) : new Uint8Array(written);

/** The report of a frozen quarter as a file. */
export function exportReport(ctx: Context, input: Input): Promise<ReportFile> {
  return ctx.runTask(exportReportTask, input);
}

/** A file for a browser to keep: never shown inside the product, whatever is in it. */
export function fileResponse({ name, mediaType, content }: ReportFile): Response {
  return new Response(content, {
    headers: {
      'content-type': mediaType,
      'content-length': String(content.byteLength),
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  });
}
