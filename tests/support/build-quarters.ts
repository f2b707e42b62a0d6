import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { freezeAssessment } from '#server/assessments/freeze-assessment.ts';
import { publishAssessment } from '#server/assessments/publish-assessment.ts';
import { rescorePlatform } from '#server/assessments/rescore-platform.ts';
import { answerCriterion } from '#server/attestations/answer-criterion.ts';
import { reviewAttestation } from '#server/attestations/review-attestation.ts';
import { createImprovement, createImprovementInput } from '#server/backlog/create-improvement.ts';
import { recordSamples } from '#server/evidence/record-samples.ts';
import { insertPlatformWithCapabilities } from './build-evidence.ts';
import { pack, samplesUntil } from './seed-platform.ts';
import { person, type TestContext, testContext } from './test-context.ts';

const Q3_END = '2026-09-30T12:00:00.000Z';
const Q4 = '2026-12-20T12:00:00.000Z';

const IMPROVEMENTS = [
  { title: 'A form for database requests', criteria: [{ criterion: 'INT-2.a', capability: 'data' }], effortDays: 6 },
  { title: 'Answer what nobody measures', criteria: [{ criterion: 'MEA-2.a', capability: 'messaging' }] },
];

export type Quarters = { ctx: TestContext; first: string; second: string };

/** The platform `payments` with all its capabilities, measured for a year: one quarter published, a second one frozen. */
export async function buildQuarters(db: Kysely<Database>, { extraCapabilities = 0 } = {}): Promise<Quarters> {
  const ctx = testContext(db, person('editor'), Q3_END);
  await insertPlatformWithCapabilities(db);
  await insertExtra(db, extraCapabilities);
  await recordAll(ctx, samplesUntil(Date.parse(Q3_END)));
  await attest(ctx, ['build-test', 'observability', 'infrastructure'], 2);
  await rescorePlatform(ctx, 'payments');
  const first = await freezeAssessment(ctx, { platform: 'payments', period: '2026-Q3' });
  await publishAssessment(ctx, { platform: 'payments', id: first.id });
  ctx.setNow(Q4);
  await recordAll(
    ctx,
    samplesUntil(Date.parse(Q4)).filter(({ at }) => at > Q3_END),
  );
  await attest(ctx, ['data', 'apis', 'security', 'golden-paths'], 3);
  await rescorePlatform(ctx, 'payments');
  for (const given of IMPROVEMENTS) {
    await createImprovement(ctx, createImprovementInput.parse({ platform: 'payments', ...given }));
  }
  const asks = ['Decide who pays for the message broker from January on.', 'Free two people for the request form.'];
  const words = { note: 'Two teams joined in October.', asks };
  const second = await freezeAssessment(ctx, { platform: 'payments', period: '2026-Q4', ...words });
  return { ctx, first: first.id, second: second.id };
}

/** Capabilities that the rubric does not know and nobody measures. */
async function insertExtra(db: Kysely<Database>, count: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, index) => ({
    ...{ platformId: 'payments', key: `extra-${index + 1}`, name: `Extra capability ${index + 1}`, description: '' },
    ...{ ownerTeamId: null, provider: null, consumption: 'requested' as const, mandatory: 0, weight: 1 },
    ...{ state: 'offered' as const, position: 100 + index },
  }));
  if (rows.length > 0) await db.insertInto('capability').values(rows).execute();
}

/** Attests what levels up to this one ask of these capabilities, and of the platform as a whole; another editor looks at it. */
async function attest(ctx: TestContext, capabilities: string[], upTo: number): Promise<void> {
  for (const { id, scope, level, test } of pack.criteria) {
    if (!('attestation' in test) || level > upTo) continue;
    for (const capability of scope === 'platform' ? [null] : capabilities) {
      const link = 'https://wiki.example.org/platform';
      const input = { platform: 'payments', criterion: id, capability, answer: test.attestation, link };
      const attested = await answerCriterion(ctx, input);
      await reviewAttestation(ctx.as(person('editor', { id: 'editor-2' })), { id: attested.id, accept: true });
    }
  }
}

async function recordAll(ctx: TestContext, samples: ReturnType<typeof samplesUntil>): Promise<void> {
  for (let start = 0; start < samples.length; start += 1000) {
    const part = samples.slice(start, start + 1000).map((value) => ({ value }));
    const { rejected } = await recordSamples(ctx, { samples: part, idempotency: null });
    if (rejected.length > 0) throw new Error(JSON.stringify(rejected.slice(0, 3)));
  }
}
