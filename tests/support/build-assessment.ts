import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { rescorePlatform } from '#server/assessments/rescore-platform.ts';
import type { Actor } from '#server/context.ts';
import { insertPlatformWithCapabilities, record } from './build-evidence.ts';
import { person, START, type TestContext, testContext } from './test-context.ts';

/** What a verb needs, with a rescore that really scores, in process. */
export function scoringContext(db: Kysely<Database>, actor: Actor = person('editor'), at: string = START): TestContext {
  const ctx = testContext(db, actor, at);
  const really = (base: TestContext): TestContext => ({
    ...base,
    rescore: (platformId) => rescorePlatform(base, platformId),
    as: (who) => really(base.as(who)),
  });
  return really(ctx);
}

/** The platform `payments` with a little evidence of every kind of metric in two capabilities, not scored yet. */
export async function insertMeasuredPlatform(ctx: TestContext): Promise<void> {
  await insertPlatformWithCapabilities(ctx.db);
  const at = '2026-11-20T10:00:00Z';
  await record(
    ctx,
    ['build-test', 'data'].flatMap((capability) => [
      { metric: 'team-adoption', capability, at, value: 0.7 },
      { metric: 'self-service-rate', capability, at, value: 0.9 },
      { metric: 'fulfilment-latency', capability, at, value: 3600 },
      { metric: 'channel-share', capability, at, value: 0.8, labels: { channel: 'portal' } },
    ]),
  );
}
