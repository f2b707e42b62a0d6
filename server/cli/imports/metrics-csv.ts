import { basename } from 'node:path';
import { importCsv } from '../../evidence/import-csv.ts';
import { previewCsv } from '../../evidence/preview-csv.ts';
import { readTextFile } from '../read-text-file.ts';
import type { ImportKind } from './import-kind.ts';

export const metricsCsv: ImportKind = {
  key: 'metrics-csv',
  takes: 'FILE',
  about: 'a CSV file of metric samples, with the columns metric, at and value',
  run: async (ctx, { given, platform, dryRun }, { out }) => {
    const csv = readTextFile(given);
    if (dryRun) {
      const { good, bad, problems } = await previewCsv(ctx, { platform, csv });
      out(`Good rows: ${good}. Refused rows: ${bad}. Nothing was stored.\n`);
      for (const { row, reason } of problems) out(`row ${row}: ${reason}\n`);
      return bad === 0 ? 0 : 1;
    }
    const { accepted, rejected, problems } = await importCsv(ctx, { platform, csv, fileName: basename(given) });
    out(`Rows taken: ${accepted}. Refused rows: ${rejected}.\n`);
    for (const { row, reason } of problems) out(`row ${row}: ${reason}\n`);
    return rejected === 0 ? 0 : 1;
  },
};
