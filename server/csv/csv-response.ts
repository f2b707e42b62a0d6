import { writeCsv } from './write-csv.ts';

/** Rows as a file to be kept: RFC 4180, UTF-8, safe for spreadsheets. */
export const csvResponse = (fileName: string, rows: Parameters<typeof writeCsv>[0]): Response =>
  new Response(writeCsv(rows), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${fileName}"`,
      'cache-control': 'no-store',
    },
  });
