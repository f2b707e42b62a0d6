import { basename } from 'node:path';
import { importImprovements } from '../../backlog/import-improvements.ts';
import { previewImprovements } from '../../backlog/preview-improvements.ts';
import { readTextFile } from '../read-text-file.ts';
import type { ImportKind } from './import-kind.ts';
import { takeFile } from './take-file.ts';

/** Improvements from elsewhere: every row, or, where one is wrong, none. */
export const improvementsCsv: ImportKind = {
  key: 'improvements',
  takes: 'FILE',
  about: 'a CSV file of improvements, told apart by the column external_key',
  run: (ctx, { given, platform, dryRun }, output) => {
    const file = { platform, csv: readTextFile(given) };
    return takeFile(output, {
      dryRun,
      preview: () => previewImprovements(ctx, file),
      take: () => importImprovements(ctx, { ...file, fileName: basename(given) }),
    });
  },
};
