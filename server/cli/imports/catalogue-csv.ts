import { basename } from 'node:path';
import { importFile } from '../../catalogue/import-file.ts';
import { previewFile } from '../../catalogue/preview-file.ts';
import { readTextFile } from '../read-text-file.ts';
import type { ImportKind } from './import-kind.ts';
import { takeFile } from './take-file.ts';

/** A part of the catalogue from a CSV file: every row of it, or, where one is wrong, none. */
function catalogueCsv(kind: 'teams' | 'capabilities' | 'targets', about: string): ImportKind {
  return {
    key: `${kind}-csv`,
    takes: 'FILE',
    about,
    run: (ctx, { given, platform, dryRun }, output) => {
      const file = { kind, csv: readTextFile(given), ...(kind === 'teams' ? {} : { platform }) };
      return takeFile(output, {
        dryRun,
        preview: () => previewFile(ctx, file),
        take: () => importFile(ctx, { ...file, fileName: basename(given) }),
      });
    },
  };
}

export const teamsCsv = catalogueCsv('teams', 'a CSV file of teams: key, name, parent, contact, archived');
export const capabilitiesCsv = catalogueCsv('capabilities', 'a CSV file of what the platform offers, by key');
export const targetsCsv = catalogueCsv('targets', 'a CSV file of targets: capability, aspect, level');
