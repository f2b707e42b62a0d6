import { migrate } from '#db/migrate.ts';
import { openDatabase } from '#db/open.ts';
import { rescorePlatform } from '../assessments/rescore-platform.ts';
import type { Context } from '../context.ts';
import { keepSecret, openDataFolder } from '../data-folder.ts';
import { readEnv } from '../env.ts';
import { loadKeptRubrics } from '../rubrics/load-kept-rubrics.ts';
import { runTasksHere } from '../tasks/run-task-here.ts';

/** Runs verbs on the database that the environment names, as the operator of this machine, and closes it again. */
export async function withSession<T>(work: (ctx: Context) => Promise<T>): Promise<T> {
  const env = readEnv(process.env);
  openDataFolder(env);
  const { db, close } = await openDatabase(env.databaseUrl);
  try {
    await migrate(db);
    await loadKeptRubrics(db);
    const now = () => new Date();
    const ctx: Omit<Context, 'runTask'> = {
      db,
      now,
      actor: { kind: 'system', name: 'cli' },
      secret: keepSecret(env),
      publicUrl: env.publicUrl,
      rescore: (platformId) => rescorePlatform({ db, now }, platformId),
    };
    return await work({ ...ctx, runTask: runTasksHere(ctx) });
  } finally {
    await close();
  }
}
