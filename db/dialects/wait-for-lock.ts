import { setTimeout as sleep } from 'node:timers/promises';
import type { DatabaseConnection, Dialect, Driver } from 'kysely';

const PATIENCE_MS = 5_000;
const FIRST_MS = 1;
const LONGEST_MS = 20;

/**
 * SQLite lets one connection write at a time. Its own way to wait for the others is to sleep inside the call, and with it
 * everybody whom this thread serves; here the thread goes on with other things and asks again.
 */
export function waitForLock(dialect: Dialect): Dialect {
  return {
    createAdapter: () => dialect.createAdapter(),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createDriver: () => patient(dialect.createDriver()),
  };
}

function patient(driver: Driver): Driver {
  return {
    init: (options) => driver.init(options),
    acquireConnection: async (options) => patientConnection(await driver.acquireConnection(options)),
    beginTransaction: (connection, settings) => driver.beginTransaction(connection, settings),
    commitTransaction: (connection) => driver.commitTransaction(connection),
    rollbackTransaction: (connection) => driver.rollbackTransaction(connection),
    releaseConnection: async () => {},
    destroy: (options) => driver.destroy(options),
    ...(driver.savepoint ? { savepoint: driver.savepoint.bind(driver) } : {}),
    ...(driver.rollbackToSavepoint ? { rollbackToSavepoint: driver.rollbackToSavepoint.bind(driver) } : {}),
    ...(driver.releaseSavepoint ? { releaseSavepoint: driver.releaseSavepoint.bind(driver) } : {}),
  };
}

function patientConnection(connection: DatabaseConnection): DatabaseConnection {
  return {
    executeQuery: (query, options) => askAgain(() => connection.executeQuery(query, options)),
    streamQuery: (query, chunkSize, options) => connection.streamQuery(query, chunkSize, options),
  };
}

async function askAgain<T>(ask: () => Promise<T>): Promise<T> {
  const endsAt = performance.now() + PATIENCE_MS;
  for (let waitMs = FIRST_MS; ; waitMs = Math.min(waitMs * 2, LONGEST_MS)) {
    try {
      return await ask();
    } catch (error) {
      if (!isBusy(error) || performance.now() > endsAt) throw error;
      await sleep(waitMs);
    }
  }
}

/** Nothing of the statement has been done. */
const isBusy = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY';
