import { migrate } from '#db/migrate.ts';
import { openDatabase } from '#db/open.ts';
import { freezeAssessment } from '#server/assessments/freeze-assessment.ts';
import { periodOf } from '#server/assessments/period.ts';
import { publishAssessment } from '#server/assessments/publish-assessment.ts';
import { rescorePlatform } from '#server/assessments/rescore-platform.ts';
import { createPlatform } from '#server/catalogue/create-platform.ts';
import type { Context } from '#server/context.ts';
import { recordSamples } from '#server/evidence/record-samples.ts';
import { createUser } from '#server/people/create-user.ts';
import { setPassword } from '#server/people/set-password.ts';
import { runTasksHere } from '#server/tasks/run-task-here.ts';
import { ADMINISTRATOR, PLATFORM } from './machine-client.ts';
import { CAPABILITIES, samplesUntil } from './seed-platform.ts';

const WEEKS = 52;
const TEAMS = 6;
const AT_ONCE = 5_000;

/** A platform with every capability and a year of samples of several teams, scored, its quarter published, in a new database. */
export async function seedLargePlatform(databaseUrl: string): Promise<{ assessment: string }> {
  const { db, close } = await openDatabase(databaseUrl);
  await migrate(db);
  const now = () => new Date();
  const base: Omit<Context, 'runTask'> = {
    ...{ db, now, secret: 'a secret of benchmarks, long enough to be one', publicUrl: 'http://127.0.0.1:3000' },
    actor: { kind: 'system', name: 'benchmark' },
    rescore: (platformId) => rescorePlatform({ db, now }, platformId),
  };
  const ctx: Context = { ...base, runTask: runTasksHere(base) };
  await createPlatform({ ...ctx, rescore: async () => {} }, { ...PLATFORM, capabilities: CAPABILITIES });
  const samples = samplesUntil(Date.now(), WEEKS).flatMap((sample) =>
    Array.from({ length: TEAMS }, (_, team) => ({ value: { ...sample, team: `team-${team}` } })),
  );
  for (let from = 0; from < samples.length; from += AT_ONCE) {
    await recordSamples(ctx, { samples: samples.slice(from, from + AT_ONCE), idempotency: null });
  }
  const { id } = await db.selectFrom('platform').select('id').executeTakeFirstOrThrow();
  await rescorePlatform(ctx, id);
  const frozen = await freezeAssessment(ctx, { platform: PLATFORM.key, period: periodOf(now(), PLATFORM).label });
  await publishAssessment(ctx, { platform: PLATFORM.key, id: frozen.id });
  const { link } = await createUser(ctx, { name: ADMINISTRATOR.name, email: ADMINISTRATOR.email, admin: true });
  await setPassword(ctx, { token: link.split('/').at(-1) ?? '', password: ADMINISTRATOR.password });
  await close();
  return { assessment: frozen.id };
}
