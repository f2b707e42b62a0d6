import { initTRPC } from '@trpc/server';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';

/** The rival of the scorecards' benchmark: the same cells read by Kysely and sent by tRPC, with nobody asked who they are. */
const t = initTRPC.create();
let db;

const router = t.router({
  cells: t.procedure.query(async () => {
    db ??= new Kysely({ dialect: new SqliteDialect({ database: new Database(process.env.CELLS_FILE) }) });
    const rows = await db.selectFrom('cell').selectAll().execute();
    const byPlatform = Map.groupBy(rows, ({ platform }) => platform);
    return [...byPlatform].map(([platform, own]) => ({ platform, cells: own.map(({ platform: _, ...cell }) => cell) }));
  }),
});

export const GET = (req) => fetchRequestHandler({ endpoint: '/api/trpc', req, router, createContext: () => ({}) });
