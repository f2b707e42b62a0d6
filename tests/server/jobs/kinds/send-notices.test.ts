import { expect, test } from 'vitest';
import { sendNotices } from '#server/jobs/kinds/send-notices.ts';
import { queueNotices } from '#server/notices/queue-notices.ts';
import { insertQuarter, mailingContext } from '#tests/support/build-notices.ts';
import { onBothDatabases } from '#tests/support/databases.ts';

onBothDatabases('the job that sends notices', (makeDb) => {
  test('holds nobody up, and sends what is queued', async () => {
    const { ctx, smtp } = await mailingContext(await makeDb());
    await insertQuarter(ctx, { id: 'q3', state: 'in_review' });
    await queueNotices(ctx);
    expect(sendNotices.beside).toBe(true);
    await sendNotices.run(ctx, {}, new AbortController().signal);
    expect(smtp.received).toHaveLength(2);
  });

  test('stops where Plumbline stops; what was not sent waits for the next start', async () => {
    const { ctx, smtp } = await mailingContext(await makeDb());
    await insertQuarter(ctx, { id: 'q3', state: 'in_review' });
    await queueNotices(ctx);
    await sendNotices.run(ctx, {}, AbortSignal.abort());
    expect(smtp.received).toEqual([]);
    const { count } = await ctx.db
      .selectFrom('delivery')
      .select(({ fn }) => fn.countAll().as('count'))
      .where('state', '=', 'ready')
      .executeTakeFirstOrThrow();
    expect(Number(count)).toBe(2);
  });
});
