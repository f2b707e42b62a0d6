import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '#db/migrate.ts';
import { openDatabase } from '#db/open.ts';
import { makeScratchFolder } from './scratch-folder.ts';
import { startPostgres } from './start-postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** a database with all migrations applied; each test clones it */
    postgresTemplate: { url: string; name: string };
    /** a SQLite file with all migrations applied; each test copies it */
    sqliteTemplate: string;
  }
}

/**
 * One real PostgreSQL server for the whole run: TEST_DATABASE_URL, else the binaries that npm brought, else Debian's.
 * With none of them the run fails; it never skips.
 */
export default async function setUpDatabases(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const server = given ? { url: given, stop: async () => {} } : await startPostgres();
  const name = `plumbline_test_${randomBytes(6).toString('hex')}`;
  await administer(server.url, `create database ${name}`);
  const template = new URL(server.url);
  template.pathname = `/${name}`;
  await migrateTemplate(template.href);
  project.provide('postgresTemplate', { url: server.url, name });
  const folder = makeScratchFolder('plumbline-template-');
  const sqliteTemplate = join(folder, 'template.db');
  await migrateTemplate(`file:${sqliteTemplate}`);
  project.provide('sqliteTemplate', sqliteTemplate);
  return async () => {
    if (given) await administer(server.url, `drop database if exists ${name} with (force)`);
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

async function migrateTemplate(url: string): Promise<void> {
  const opened = await openDatabase(url);
  await migrate(opened.db);
  await opened.close();
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
