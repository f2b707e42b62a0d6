import { importPemm } from '../../self-assessment/import-pemm.ts';
import { type PemmPreview, previewPemm } from '../../self-assessment/preview-pemm.ts';
import type { ImportKind } from './import-kind.ts';

export const pemm: ImportKind = {
  key: 'pemm',
  takes: 'LINK',
  about: 'a link of the CNCF community assessment, in quotes; its answers become claims of the platform',
  run: async (ctx, { given, platform, dryRun }, { out, err }) => {
    const read = await (dryRun ? previewPemm : importPemm)(ctx, { platform, link: given });
    for (const warning of read.warnings) err(`${warning}\n`);
    for (const aspect of read.aspects) out(`${lineOf(aspect)}\n`);
    out('A mean becomes the nearest half; half-way between two, the lower one.\n');
    out(dryRun ? 'Nothing was stored.\n' : 'Stored as claims. A claim never enters a level.\n');
    return 0;
  },
};

function lineOf({ name, mean, answered, missing, after }: PemmPreview['aspects'][number]): string {
  const claim = after === null ? 'not known' : `claimed ${after}`;
  if (mean === null) return `${name.padEnd(14)} no answer → ${claim}`;
  const gaps = missing.length === 0 ? '' : `, without ${missing.join(', ')}`;
  return `${name.padEnd(14)} ${mean.toFixed(2)} from ${answered} of ${answered + missing.length} questions${gaps} → ${claim}`;
}
