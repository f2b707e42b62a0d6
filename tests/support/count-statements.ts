import type { Kysely, KyselyPlugin } from 'kysely';
import type { Database } from '#db/schema.ts';

/** Runs something on a database and counts the statements it takes. */
export async function countStatements<T>(
  db: Kysely<Database>,
  run: (counted: Kysely<Database>) => Promise<T>,
): Promise<{ result: T; statements: number }> {
  let statements = 0;
  const counter: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    // once a statement, while queries are transformed part by part
    transformResult: async ({ result }) => {
      statements += 1;
      return result;
    },
  };
  const result = await run(db.withPlugin(counter));
  return { result, statements };
}
