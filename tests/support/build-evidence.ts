import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Context } from '#server/context.ts';
import { recordSamples } from '#server/evidence/record-samples.ts';
import type { Sample } from '#server/evidence/sample.ts';
import { installedRubrics } from '#server/rubrics/rubric-of.ts';
import { insertTestPlatform } from './build-platform-row.ts';

/** A platform whose capabilities are the first of its pack, as rows: `build-test` and `data` among them. */
export async function insertPlatformWithCapabilities(db: Kysely<Database>, id = 'payments'): Promise<void> {
  const rubric = installedRubrics().find((one) => one.id === 'cncf-platform');
  if (rubric === undefined) throw new Error('The CNCF pack is missing.');
  await insertTestPlatform(db, { id, packId: rubric.id, packVersion: rubric.version });
  const rows = rubric.pack.pack.capabilities.map(({ key, name, description, consumption, mandatory }, position) => ({
    platformId: id,
    key,
    name,
    description,
    ownerTeamId: null,
    provider: null,
    consumption,
    mandatory: mandatory ? 1 : 0,
    weight: 1,
    state: 'offered' as const,
    position,
  }));
  await db.insertInto('capability').values(rows).execute();
}

/** A good sample; what the test is about is given. */
export function sample(given: Partial<Sample> = {}): Sample {
  return { metric: 'self-service-rate', capability: 'build-test', at: '2026-11-22T11:00:00Z', value: 0.8, ...given };
}

/** Records samples as the metrics door does, and expects all of them to be good. */
export async function record(ctx: Context, samples: Partial<Sample>[]): Promise<void> {
  const recorded = await recordSamples(ctx, {
    samples: samples.map((given) => ({ value: sample(given) })),
    idempotency: null,
  });
  if (recorded.rejected.length > 0) throw new Error(JSON.stringify(recorded.rejected));
}
