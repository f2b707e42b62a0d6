import { setImmediate } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { previewCsv } from '#server/evidence/preview-csv.ts';
import { insertPlatformWithCapabilities } from '#tests/support/build-evidence.ts';
import { makeSqlite } from '#tests/support/databases.ts';
import { person, testContext } from '#tests/support/test-context.ts';

async function preview(rows: string) {
  const { db, remove } = await makeSqlite();
  onTestFinished(remove);
  await insertPlatformWithCapabilities(db);
  const csv = `metric,capability,at,value\n${rows}`;
  return previewCsv(testContext(db, person('editor')), { platform: 'payments', csv });
}

/** 12 MB of quotation marks kept the process busy for 23 seconds, and the answer repeated all of them. */
test.each([
  ['a quotation mark that is not closed', `"${'self-service-rate,build-test,2026-11-21,0.5\n'.repeat(20_000)}`],
  ['nothing but quotation marks', '"a""b'.repeat(200_000)],
])('a file with %s is refused as soon as a row is absurdly long', async (_, rows) => {
  await expect(preview(rows)).rejects.toThrow('Is a quotation mark not closed?');
});

test('a cell of a hundred thousand letters is shown by its beginning', async () => {
  const { first } = await preview(`self-service-rate,build-test,2026-11-21,${'x'.repeat(100_000)}`);
  expect(first[0]?.cells[3]).toHaveLength(201);
});

/** A good file of some megabytes was read in one go: nobody else was answered for seconds. */
test('others have their turn while a long file is read', async () => {
  const reading = preview('self-service-rate,build-test,2026-11-21T00:00:00Z,0.5\n'.repeat(40_000));
  let done = false;
  reading.finally(() => {
    done = true;
  });
  let turns = 0;
  while (!done) {
    await setImmediate();
    turns += 1;
  }
  expect((await reading).good).toBe(40_000);
  expect(turns).toBeGreaterThan(5);
});
