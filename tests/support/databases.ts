import { randomBytes } from 'node:crypto';
import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import pg from 'pg';
import { afterAll, describe, inject, onTestFinished } from 'vitest';
import { type OpenDatabase, openDatabase } from '#db/open.ts';
import type { Database } from '#db/schema.ts';
import { makeScratchFolder } from './scratch-folder.ts';

/** Opens a new, migrated, empty database; it is gone when the test (or, from a hook, the group) ends. */
export type MakeDatabase = () => Promise<Kysely<Database>>;
type Made = OpenDatabase & { url: string; remove: () => Promise<void> };

/** The same tests on a real SQLite file and on a real PostgreSQL server. */
export function onBothDatabases(
  name: string,
  body: (makeDb: MakeDatabase, dialect: 'sqlite' | 'postgres') => void,
): void {
  for (const [dialect, label, make] of [
    ['sqlite', 'SQLite', makeSqlite],
    ['postgres', 'PostgreSQL', makePostgres],
  ] as const) {
    describe(`${name} on ${label}`, () => {
      const unclosed: Made[] = [];
      afterAll(() => Promise.all(unclosed.map((made) => made.remove())));
      body(async () => {
        const made = await make();
        try {
          onTestFinished(made.remove);
        } catch {
          unclosed.push(made);
        }
        return made.db;
      }, dialect);
    });
  }
}

/** A migrated SQLite file of its own, for tests that need its path or only one database. */
export async function makeSqlite(): Promise<Made> {
  const folder = makeScratchFolder('plumbline-test-');
  const file = join(folder, 'plumbline.db');
  copyFileSync(inject('sqliteTemplate'), file);
  const url = `file:${file}`;
  const opened = await openDatabase(url);
  const remove = async () => {
    await opened.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...opened, url, remove };
}

/** A clone of the run's migrated template database. */
export async function makePostgres(): Promise<Made> {
  const template = inject('postgresTemplate');
  const name = `${template.name}_${randomBytes(6).toString('hex')}`;
  await administer(template.url, `create database ${name} template ${template.name}`);
  const url = new URL(template.url);
  url.pathname = `/${name}`;
  const opened = await openDatabase(url.href);
  const remove = async () => {
    await opened.close();
    await administer(template.url, `drop database ${name} with (force)`);
  };
  return { ...opened, url: url.href, remove };
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
