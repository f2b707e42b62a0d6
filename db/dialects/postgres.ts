import { CompiledQuery, type Dialect, PostgresDialect } from 'kysely';
import pg from 'pg';

const INT8 = 20;
const NUMERIC = 1700;

/** A pool of connections; counts and epoch milliseconds come back as numbers, as they do on SQLite. */
export function openPostgres(url: string, { readOnly = false }: { readOnly?: boolean }): Dialect {
  pg.types.setTypeParser(INT8, Number);
  pg.types.setTypeParser(NUMERIC, Number);
  const pool = new pg.Pool({
    connectionString: url,
    max: readOnly ? 2 : 10,
    connectionTimeoutMillis: 10_000,
    application_name: 'plumbline',
  });
  // an idle connection that breaks is dropped by the pool; whoever asks next gets a new one or a clear error
  pool.on('error', () => {});
  const refuseWrites = CompiledQuery.raw('set default_transaction_read_only = on');
  return new PostgresDialect({
    pool,
    ...(readOnly
      ? { onCreateConnection: async (connection) => void (await connection.executeQuery(refuseWrites)) }
      : {}),
  });
}
