import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { rescorePlatform } from '#server/assessments/rescore-platform.ts';
import { answerCriterion } from '#server/attestations/answer-criterion.ts';
import { reviewAttestation } from '#server/attestations/review-attestation.ts';
import { createImprovement, createImprovementInput } from '#server/backlog/create-improvement.ts';
import type { Actor } from '#server/context.ts';
import { runTasksHere } from '#server/tasks/run-task-here.ts';
import { claimsContext, EDITOR, OTHER_EDITOR } from './build-claims.ts';
import { record } from './build-evidence.ts';
import type { TestContext } from './test-context.ts';

/** What `maintainers >= 2` asks of a capability, required for level 2 of Investment. */
export const MAINTAINERS = { criterion: 'INV-2.b', capability: 'data' };
/** 13 capabilities × 5 aspects from floor 1 to target 3, but for Adoption of the two mandatory capabilities, whose target is 2. */
const STEPS = 13 * 5 * 2 - 2;
/** One level of one cell in percent to target. */
export const ONE_STEP = Math.round(1e6 / STEPS) / 1e6;

/**
 * The platform `payments`, scored for real whenever somebody asks. Of Investment in `data` everything that level 2 asks for is
 * met, but for the second maintainer: one improvement away from one step up.
 */
export async function backlogContext(db: Kysely<Database>): Promise<TestContext> {
  const plain = await claimsContext(db);
  const grants = ['erin', 'otto', 'olga', 'vera'].map((userId) => ({
    ...{ id: `grant-${userId}`, userId, platformId: null, createdAt: '2026-01-01T00:00:00.000Z' },
    ...{ role: userId === 'olga' ? ('owner' as const) : ('editor' as const) },
    teamId: userId === 'olga' ? 'storage' : null,
  }));
  await db.insertInto('roleGrant').values(grants).execute();
  const ctx = scoring(plain, EDITOR);
  await record(ctx, [{ metric: 'maintainers', capability: 'data', value: 1 }]);
  await attest(ctx, 'INV-2.a', null);
  await attest(ctx, 'INV-2.c', 'data');
  return ctx;
}

/** A context whose rescore scores, also when another actor takes it over. */
function scoring(plain: TestContext, actor: Actor): TestContext {
  const ctx = { ...plain.as(actor), rescore: (id: string) => rescorePlatform(plain, id) };
  return { ...ctx, runTask: runTasksHere(ctx), as: (other) => scoring(plain, other) };
}

async function attest(ctx: TestContext, criterion: string, capability: string | null): Promise<void> {
  const link = 'https://wiki.example.org/platform';
  const { id } = await answerCriterion(ctx.as(OTHER_EDITOR), {
    ...{ platform: 'payments', criterion, capability, answer: 'yes', link },
  });
  await reviewAttestation(ctx, { id, accept: true });
}

/** Proposes an improvement of the second maintainer, or what is given. */
export function propose(ctx: TestContext, given: Record<string, unknown> = {}) {
  const input = { platform: 'payments', title: 'Find a second maintainer', criteria: [MAINTAINERS], ...given };
  return createImprovement(ctx, createImprovementInput.parse(input));
}

/** Evidence of a number of maintainers, an hour before now. */
export const maintainers = (ctx: TestContext, value: number) => {
  const at = new Date(ctx.now().getTime() - 3_600_000).toISOString();
  return record(ctx, [{ metric: 'maintainers', capability: 'data', value, at }]);
};
