import { basename } from 'node:path';
import { importFile } from '../../catalogue/import-file.ts';
import { previewFile } from '../../catalogue/preview-file.ts';
import { readTextFile } from '../read-text-file.ts';
import type { ImportKind } from './import-kind.ts';

/** A part of the catalogue from a CSV file: every row of it, or, where one is wrong, none. */
function catalogueCsv(kind: 'teams' | 'capabilities' | 'targets', about: string): ImportKind {
  return {
    key: `${kind}-csv`,
    takes: 'FILE',
    about,
    run: async (ctx, { given, platform, dryRun }, { out, err }) => {
      const file = { kind, csv: readTextFile(given), ...(kind === 'teams' ? {} : { platform }) };
      const read = await previewFile(ctx, file);
      for (const { row, column, reason } of read.problems) {
        err(`row ${row}${column === null ? '' : `, ${column}`}: ${reason}\n`);
      }
      if (read.problemCount > read.problems.length) err(`and ${read.problemCount - read.problems.length} more\n`);
      if (dryRun || read.bad > 0) {
        out(`New: ${read.add}. Changed: ${read.change}. As they are: ${read.same}. Refused: ${read.bad}. `);
        out('Nothing was stored.\n');
        return read.bad === 0 ? 0 : 1;
      }
      const { added, changed, same } = await importFile(ctx, { ...file, fileName: basename(given) });
      out(`New: ${added}. Changed: ${changed}. As they are: ${same}.\n`);
      return 0;
    },
  };
}

export const teamsCsv = catalogueCsv('teams', 'a CSV file of teams: key, name, parent, contact, archived');
export const capabilitiesCsv = catalogueCsv('capabilities', 'a CSV file of what the platform offers, by key');
export const targetsCsv = catalogueCsv('targets', 'a CSV file of targets: capability, aspect, level');
