import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
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

const DAY_MS = 86_400_000;
const WEEKS = 104;

/**
 * Two years of a platform with every capability, lived through by the product's own verbs with a clock that moves:
 * samples each week, a scorecard each day, a published quarter each quarter, and an administrator who can sign in.
 */
export async function buildTwoYears(db: Kysely<Database>): Promise<void> {
  const end = Date.now();
  const clock = { now: new Date(end - WEEKS * 7 * DAY_MS) };
  const now = () => new Date(clock.now);
  const base: Omit<Context, 'runTask'> = {
    db,
    now,
    actor: { kind: 'system', name: 'benchmark' },
    rescore: (platformId) => rescorePlatform({ db, now }, platformId),
    secret: 'a secret of benchmarks, long enough to be one',
    publicUrl: 'http://127.0.0.1:3000',
  };
  const ctx: Context = { ...base, runTask: runTasksHere(base) };
  await createPlatform(ctx, { ...PLATFORM, capabilities: CAPABILITIES });
  const { id } = await db.selectFrom('platform').select('id').executeTakeFirstOrThrow();
  const samples = samplesUntil(end, WEEKS);
  const byWeek = Map.groupBy(samples, ({ at }) => Math.floor((Date.parse(at) - clock.now.getTime()) / (7 * DAY_MS)));
  for (let day = 1; day <= WEEKS * 7; day += 1) {
    const before = periodOf(clock.now, PLATFORM).label;
    clock.now = new Date(end - (WEEKS * 7 - day) * DAY_MS);
    if (day % 7 === 0) {
      const week = byWeek.get(day / 7 - 1) ?? [];
      await recordSamples(ctx, { samples: week.map((value) => ({ value })), idempotency: null });
    }
    await rescorePlatform(ctx, id);
    if (periodOf(clock.now, PLATFORM).label !== before) await closeQuarter(ctx, before);
  }
  const { link } = await createUser(ctx, { name: ADMINISTRATOR.name, email: ADMINISTRATOR.email, admin: true });
  await setPassword(ctx, { token: link.split('/').at(-1) ?? '', password: ADMINISTRATOR.password });
}

async function closeQuarter(ctx: Context, period: string): Promise<void> {
  const platform = PLATFORM.key;
  const { id } = await freezeAssessment(ctx, { platform, period });
  await publishAssessment(ctx, { platform, id });
}
