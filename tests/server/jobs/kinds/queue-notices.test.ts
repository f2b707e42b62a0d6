import { expect, test } from 'vitest';
import { queueNotices } from '#server/jobs/kinds/queue-notices.ts';
import { insertQuarter, mailingContext } from '#tests/support/build-notices.ts';
import { onBothDatabases } from '#tests/support/databases.ts';

const goOn = new AbortController().signal;

onBothDatabases('the job that queues notices', (makeDb) => {
  test('queues what there is to tell, and says what could not be looked up without losing the rest', async () => {
    const { ctx } = await mailingContext(await makeDb());
    await insertQuarter(ctx, { id: 'q3', state: 'in_review' });
    const answer = {
      platformId: 'payments',
      criterion: 'OPS-2.a',
      capability: null,
      answer: 'yes',
      answeredBy: 'erin',
    };
    await ctx.db
      .insertInto('attestation')
      .values({
        ...{ ...answer, id: 'a1', link: null, note: null, answeredAt: '2026-11-22T10:00:00.000Z' },
        ...{ reviewedBy: null, reviewedAt: null, review: 'accepted', reviewNote: null, selfApproved: 0 },
        expiresAt: '2026-11-30T10:00:00.000Z',
      })
      .execute();
    await ctx.db.updateTable('platform').set({ packVersion: '9.9.9' }).execute();
    await expect(queueNotices.run(ctx, {}, goOn)).rejects.toThrow(
      'attestations-expiring: The rubric cncf-platform 9.9.9',
    );
    const queued = await ctx.db.selectFrom('delivery').select(['kind', 'userId']).orderBy('userId').execute();
    expect(queued).toEqual([
      { kind: 'report-review', userId: 'erin' },
      { kind: 'report-review', userId: 'otto' },
    ]);
  });
});
