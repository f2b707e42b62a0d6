import type { Kysely } from 'kysely';
import type { Value } from '#db/backup/dump-tables.ts';
import { type InsertRows, loadTables } from '#db/backup/load-tables.ts';
import { workAlone } from '#db/backup/work-alone.ts';
import { listUnknownSteps } from '#db/migrate.ts';
import { hasContent } from '#db/queries/health.ts';
import type { Database } from '#db/schema.ts';
import type { Actor } from '../context.ts';
import { AppError } from '../errors.ts';
import { recordAudit } from '../people/record-audit.ts';
import { checkBackup, readParts } from './read-backup.ts';

const ROWS = 2_000;

export type Restoring = { db: Kysely<Database>; now: () => Date; actor: Actor };
export type RestoreWish = {
  path: string;
  /** what the database holds may go */
  replace: boolean;
};

/**
 * Puts a backup in the place of everything that the database holds, and brings it to today's schema. All of it or nothing: a
 * damaged file, a full disk or an interruption leaves the database as it was. Refused while Plumbline runs on the database.
 */
export async function restoreBackup(ctx: Restoring, { path, replace }: RestoreWish): Promise<{ rows: number }> {
  const { steps, rows, madeAt } = await checkBackup(path);
  const [unknown] = listUnknownSteps(steps);
  if (unknown !== undefined) {
    const message = `${path} was made by a newer version of Plumbline (it has the step "${unknown}"). Restore it with that one.`;
    throw new AppError('BAD_REQUEST', message);
  }
  await workAlone(ctx.db, async () => {
    if (!replace && (await hasContent(ctx.db))) {
      throw new AppError(
        'CONFLICT',
        'The database already holds platforms or people. With --replace they are given up.',
      );
    }
    await loadTables(ctx.db, {
      steps,
      fill: (insert) => fillFrom(path, insert),
      finish: async (trx) => {
        const detail = { madeAt, rows };
        await recordAudit(trx, ctx, { action: 'backup.restore', platformId: null, subject: null, detail });
      },
    });
  });
  return { rows };
}

async function fillFrom(path: string, insert: InsertRows): Promise<void> {
  let table: { table: string; columns: string[] } | null = null;
  let rows: Value[][] = [];
  const write = async () => {
    if (table !== null && rows.length > 0) await insert(table.table, table.columns, rows);
    rows = [];
  };
  for await (const part of readParts(path)) {
    if (Array.isArray(part)) rows.push(part);
    if (!Array.isArray(part) || rows.length >= ROWS) await write();
    if (!Array.isArray(part)) table = part;
  }
  await write();
}
