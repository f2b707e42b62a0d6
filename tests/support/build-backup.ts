import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { openDatabase } from '#db/open.ts';
import type { Database } from '#db/schema.ts';
import { freezeAssessment } from '#server/assessments/freeze-assessment.ts';
import { publishAssessment } from '#server/assessments/publish-assessment.ts';
import { assessmentDocumentSchema, verifyAssessment } from '#server/assessments/verify-assessment.ts';
import { type BackupWish, writeBackup } from '#server/backup/write-backup.ts';
import { exportReport } from '#server/reports/export-report.ts';
import { insertMeasuredPlatform, scoringContext } from './build-assessment.ts';
import { makePostgres, makeSqlite } from './databases.ts';
import { makeScratchFolder } from './scratch-folder.ts';
import { START } from './test-context.ts';

export const SECRET = 'a secret of tests, long enough to be one';
export const MAKE = { sqlite: makeSqlite, postgres: makePostgres } as const;
export type Kind = keyof typeof MAKE;

/** A database with the measured platform `payments`, whose 2026-Q4 is published, as nobody has open. */
export async function makeFrozen(kind: Kind) {
  const made = await MAKE[kind]();
  const ctx = scoringContext(made.db);
  await insertMeasuredPlatform(ctx);
  await ctx.rescore('payments');
  const { id } = await freezeAssessment(ctx, { platform: 'payments', period: '2026-Q4' });
  await publishAssessment(ctx, { platform: 'payments', id });
  return made;
}

/** Backs a database up as the command does: over a connection that cannot write. */
export async function backUp(url: string, wish: Partial<BackupWish> = {}) {
  const path = join(makeScratchFolder('plumbline-backup-'), 'one.backup.gz');
  const { db, close } = await openDatabase(url, { readOnly: true });
  try {
    const now = () => new Date(START);
    const whole = { path, secret: SECRET, withSecret: false, withOpenSurveys: false, ...wish };
    return { path: whole.path, ...(await writeBackup({ db, now }, whole)) };
  } finally {
    await close();
  }
}

/** Everything that a frozen quarter says of itself and that does not come to the same when it is computed anew. */
export async function findDifferences(db: Kysely<Database>): Promise<{ quarters: number; differences: unknown[] }> {
  const ctx = scoringContext(db);
  const rows = await db.selectFrom('assessment').select('id').execute();
  const differences: unknown[] = [];
  for (const { id } of rows) {
    const { content } = await exportReport(ctx, { platform: 'payments', id, format: 'json' });
    const document = assessmentDocumentSchema.parse(await new Response(content).json());
    differences.push(...verifyAssessment(document, null).filter(({ same }) => !same));
  }
  return { quarters: rows.length, differences };
}
