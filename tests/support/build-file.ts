import { exportFile } from '#server/catalogue/export-file.ts';
import { importFile } from '#server/catalogue/import-file.ts';
import { previewFile } from '#server/catalogue/preview-file.ts';
import { createTestPlatform } from './build-catalogue.ts';
import type { MakeDatabase } from './databases.ts';
import { testContext } from './test-context.ts';

type Kind = 'teams' | 'capabilities' | 'targets';

/** A platform, and files of one part of its catalogue: looked at, put in and taken out as the screens do. */
export async function startFiles(makeDb: MakeDatabase, kind: Kind) {
  const db = await makeDb();
  const platformId = await createTestPlatform(db, 'payments', ['observability', 'security']);
  const ctx = testContext(db);
  const place = { kind, ...(kind === 'teams' ? {} : { platform: 'payments' }) };
  const csvOf = (lines: readonly string[]) => lines.join('\n');
  return {
    ...{ db, ctx, platformId },
    look: (...lines: string[]) => previewFile(ctx, { ...place, csv: csvOf(lines) }),
    put: (...lines: string[]) => importFile(ctx, { ...place, csv: csvOf(lines), fileName: `${kind}.csv` }),
    take: async () => (await exportFile(ctx, place)).csv,
    actions: async () => {
      const entries = await db.selectFrom('auditEntry').select('action').orderBy('at').orderBy('action').execute();
      return entries.map(({ action }) => action).filter((action) => action !== 'platform.create');
    },
  };
}
