import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { migrations } from '#db/migrations/registry.ts';
import { onBothDatabases } from '#tests/support/databases.ts';

test('steps are numbered without a gap and in order', () => {
  expect(migrations.map((step) => Number(step.name.slice(0, 4)))).toEqual(migrations.map((_, index) => index + 1));
});

/** The tables and columns that db/schema.ts promises, read from its text. */
function promisedColumns(): Record<string, string[]> {
  const text = readFileSync('db/schema.ts', 'utf8');
  const columns = new Map<string, string[]>();
  const interfaces = /interface (\w+Table)(?: extends (\w+Table))? \{\n(.*?)\n\}/gs;
  for (const [, name = '', parent = '', body = ''] of text.matchAll(interfaces)) {
    const own = [...body.matchAll(/^ {2}(\w+):/gm)].map(([, column = '']) => column);
    columns.set(name, [...(columns.get(parent) ?? []), ...own].toSorted());
  }
  const tables = text.slice(text.indexOf('export interface Database {'));
  return Object.fromEntries(
    [...tables.matchAll(/^ {2}(\w+): (\w+);/gm)].map(([, table = '', type = '']) => [table, columns.get(type) ?? []]),
  );
}

onBothDatabases('the migrated schema', (makeDb) => {
  test('has exactly the tables and columns of db/schema.ts, and the same on the other database', async () => {
    const db = await makeDb();
    const tables = await db.introspection.getTables();
    const found = Object.fromEntries(
      tables.map((table) => [table.name, table.columns.map(({ name }) => name).toSorted()]),
    );
    expect(found).toEqual(promisedColumns());
  });
});
