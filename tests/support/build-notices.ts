import { insertDocuments } from '#db/queries/documents.ts';
import { insertGrant } from '#db/queries/people.ts';
import type { AssessmentTable } from '#db/schema.ts';
import type { Grant } from '#server/context.ts';
import type { Finding } from '#server/notices/kinds/notice-kind.ts';
import type { NoticeKey } from '#server/notices/kinds/registry.ts';
import { queueNotices } from '#server/notices/queue-notices.ts';
import { searchKind } from '#server/notices/search-kind.ts';
import { sendNotices } from '#server/notices/send-notices.ts';
import { claimsContext } from './build-claims.ts';
import { startSmtpServer } from './smtp-server.ts';
import type { TestContext } from './test-context.ts';

const ROLES: [string, Grant][] = [
  ['erin', { role: 'editor', platformId: 'payments', teamId: null }],
  ['otto', { role: 'editor', platformId: null, teamId: null }],
  ['olga', { role: 'owner', platformId: 'payments', teamId: 'storage' }],
  ['vera', { role: 'viewer', platformId: 'payments', teamId: null }],
];

/** The platform and people of build-claims with their roles stored: erin and otto edit, olga owns Storage, vera reads. */
export async function noticesContext(db: TestContext['db']): Promise<TestContext> {
  const ctx = await claimsContext(db);
  for (const [userId, grant] of ROLES) {
    await insertGrant(db, { id: `grant-${userId}`, userId, createdAt: '2026-01-01T00:00:00.000Z', ...grant });
  }
  return ctx;
}

/** The same with e-mail set up, to a real server on loopback. */
export async function mailingContext(db: TestContext['db']) {
  const ctx = await noticesContext(db);
  const smtp = await startSmtpServer();
  return { ctx: { ...ctx, mail: smtp.settings }, smtp };
}

/** Queues and sends whatever is due now. */
export async function sendAll(ctx: TestContext) {
  await queueNotices(ctx);
  return sendNotices(ctx, new AbortController().signal);
}

/** What a kind finds on the platform `payments`. */
export async function find(ctx: TestContext, key: NoticeKey): Promise<Finding[]> {
  const platform = await ctx.db.selectFrom('platform').selectAll().executeTakeFirstOrThrow();
  const { findings } = await searchKind(ctx, platform, key);
  return findings.map((finding) => ({ ...finding, to: finding.to.toSorted() }));
}

/** A quarter of `payments` as a row, frozen by Erin a while ago. */
export async function insertQuarter(
  { db }: TestContext,
  { id, state, publishedAt = null }: { id: string; state: AssessmentTable['state']; publishedAt?: string | null },
  period = '2026-Q3',
): Promise<void> {
  const at = '2026-11-22T10:00:00.000Z';
  await insertDocuments(db, [
    { sha256: 'r', kind: 'rubric', content: '{}' },
    { sha256: 'b', kind: 'bundle', content: '{}' },
    { sha256: 's', kind: 'scorecard', content: '{}' },
  ]);
  await db
    .insertInto('assessment')
    .values({
      ...{ id, platformId: 'payments', platformName: 'Payments', previousId: null, period, state, asOf: at },
      ...{ scoring: 1, rubricId: 'cncf-platform', rubricVersion: '1.0.0', rubricSha256: 'r', bundleSha256: 'b' },
      ...{ scorecardSha256: 's', backlogSha256: null, note: null, asks: '[]', correction: null },
      ...{ frozenBy: 'Erin', frozenAt: at, publishedBy: publishedAt === null ? null : 'Otto', publishedAt },
    })
    .execute();
}
