import { listTargets } from '#db/queries/catalogue.ts';
import { requireRole } from '../../people/permissions.ts';
import { keepSettings } from '../read-settings.ts';
import { type CellTarget, targetChecker, writeTargets } from '../write-targets.ts';
import type { CatalogueFile, Fields, FileRow, PlannedRow } from './catalogue-file.ts';
import { platformOf, readCells, refuseTwins } from './read-cells.ts';

const DEFAULT = 'default';

/** The levels that cells aim at, where they differ from the rubric's default. */
export const targets: CatalogueFile = {
  key: 'targets',
  form: {
    largest: 1024 * 1024,
    columns: ['capability', 'aspect', 'level'],
    required: ['capability', 'aspect', 'level'],
    others: null,
  },
  mostRows: 5_000,
  open: async (ctx, key, intent) => {
    const platform = await platformOf(ctx, key);
    if (intent === 'read') requireRole(ctx, platform.id, 'viewer', 'read');
    else requireRole(ctx, platform.id, 'editor', 'catalogue:write');
    const platformId = platform.id;
    return {
      platformId,
      list: async (db) => (await listTargets(db, platformId)).map(fieldsOf),
      hold: (trx) => keepSettings(trx, platformId, ctx.now()),
      plan: async (db, rows) => {
        const check = await targetChecker(db, platform);
        const held = new Map((await listTargets(db, platformId)).map((row) => [nameOf(row), row]));
        const read = rows.map((row) => planRow(row, held));
        for (const { target, problems } of read) {
          const problem = problems.length > 0 ? null : check(target);
          if (problem !== null) problems.push({ column: problem.part, reason: problem.reason });
        }
        refuseTwins(read, 'capability');
        const wanted = read.map(({ target }) => target);
        return {
          rows: read,
          apply: async (trx) => void (await writeTargets(trx, ctx, { platformId, targets: wanted })),
        };
      },
    };
  },
};

const nameOf = ({ capability, aspect }: Pick<CellTarget, 'capability' | 'aspect'>) => `${capability}/${aspect}`;
const fieldsOf = ({ capability, aspect, level }: CellTarget): Fields => ({
  ...{ capability, aspect, level: level === null ? DEFAULT : String(level) },
});

function planRow(row: FileRow, held: ReadonlyMap<string, CellTarget>): PlannedRow & { target: CellTarget } {
  const cells = readCells(row);
  const text = cells.text('level')?.toLowerCase() ?? DEFAULT;
  const level = text === DEFAULT ? null : Number(text);
  if (level !== null && !/^\d+$/.test(text)) cells.fail('level', `Write a level such as 3, or ${DEFAULT}.`);
  const place = { capability: cells.text('capability') ?? '', aspect: cells.text('aspect') ?? '' };
  const target = { ...place, level };
  const before = held.get(nameOf(target)) ?? { ...place, level: null };
  return {
    ...{ row: row.row, subject: nameOf(target), before: fieldsOf(before), after: fieldsOf(target) },
    ...{ problems: cells.problems, target },
  };
}
