import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { packsFolder } from '#rubrics/load-packs.ts';
import { freezeAssessment } from '#server/assessments/freeze-assessment.ts';
import { publishAssessment } from '#server/assessments/publish-assessment.ts';
import { readBundle } from '#server/assessments/read-bundle.ts';
import { insertMeasuredPlatform, scoringContext } from './build-assessment.ts';
import { makeSqlite } from './databases.ts';

export const PACK = join(packsFolder(), 'cncf-platform');

/** A folder for the files of one test file; gone at its end. */
export function makeFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-cli-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const write = (name: string, content: string) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  return { folder, write };
}

/** A database with the measured platform `payments`, whose 2026-Q4 is published, and the bundle behind it as a file. */
export function makeWorkspace() {
  const { folder, write } = makeFolder();
  const workspace = { folder, write, bundle: '', environment: { DATA_DIR: folder, DATABASE_URL: '' } };
  beforeAll(async () => {
    const { db, url, remove } = await makeSqlite();
    afterAll(remove);
    const ctx = scoringContext(db);
    await insertMeasuredPlatform(ctx);
    workspace.bundle = write('bundle.json', await readBundle(ctx, { platform: 'payments' }));
    const { id } = await freezeAssessment(ctx, { platform: 'payments', period: '2026-Q4' });
    await publishAssessment(ctx, { platform: 'payments', id });
    workspace.environment.DATABASE_URL = url;
  });
  return workspace;
}
