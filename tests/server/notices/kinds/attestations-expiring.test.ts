import { expect, test } from 'vitest';
import { answerCriterion } from '#server/attestations/answer-criterion.ts';
import { reviewAttestation } from '#server/attestations/review-attestation.ts';
import { EDITOR, OTHER_EDITOR } from '#tests/support/build-claims.ts';
import { find, mailingContext, noticesContext, sendAll } from '#tests/support/build-notices.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import type { TestContext } from '#tests/support/test-context.ts';

const place = { platform: 'payments', criterion: 'OPS-2.a', capability: 'data' };
const answer = { ...place, answer: 'yes', link: 'https://wiki.example.org/how' };

/** Answered on 22 November 2026 at noon and accepted: valid for 365 days, until 22 November 2027 at noon. */
async function accepted(ctx: TestContext): Promise<string> {
  const { id } = await answerCriterion(ctx.as(EDITOR), answer);
  await reviewAttestation(ctx.as(OTHER_EDITOR), { id, accept: true });
  return id;
}

onBothDatabases('the notice of answers that run out', (makeDb) => {
  test.each([
    ['2027-11-08T11:59:59.000Z', []],
    ['2027-11-08T12:00:00.000Z', ['14-days']],
    ['2027-11-19T11:59:59.000Z', ['14-days']],
    ['2027-11-19T12:00:00.000Z', ['3-days']],
    ['2027-11-22T12:00:00.000Z', []],
  ])('at %s it finds %j', async (at, occasions) => {
    const ctx = await noticesContext(await makeDb());
    await accepted(ctx);
    ctx.setNow(at);
    expect((await find(ctx, 'attestations-expiring')).map(({ occasion }) => occasion)).toEqual(occasions);
  });

  test('goes to who answered and to the owners of the capability, not to other editors', async () => {
    const ctx = await noticesContext(await makeDb());
    const subject = await accepted(ctx);
    ctx.setNow('2027-11-10T12:00:00.000Z');
    expect(await find(ctx, 'attestations-expiring')).toMatchObject([
      { subject, to: ['erin', 'olga'], line: { detail: 'Data services; valid until November 22, 2027' } },
    ]);
    await ctx.db.updateTable('roleGrant').set({ role: 'viewer' }).where('userId', '=', 'erin').execute();
    expect(await find(ctx, 'attestations-expiring')).toMatchObject([{ to: ['olga'] }]);
  });

  test('is over as soon as somebody has answered anew, even before the review', async () => {
    const ctx = await noticesContext(await makeDb());
    await accepted(ctx);
    ctx.setNow('2027-11-10T12:00:00.000Z');
    await answerCriterion(ctx.as(EDITOR), answer);
    expect(await find(ctx, 'attestations-expiring')).toEqual([]);
  });

  test('comes twice in the end, and not more', async () => {
    const { ctx, smtp } = await mailingContext(await makeDb());
    await accepted(ctx);
    for (let day = 5; day <= 22; day += 1) {
      ctx.setNow(`2027-11-${String(day).padStart(2, '0')}T13:00:00.000Z`);
      await sendAll(ctx);
    }
    const told = await ctx.db.selectFrom('notice').select(['userId', 'occasion']).orderBy('userId').execute();
    expect(told.map(({ userId, occasion }) => `${userId} ${occasion}`).toSorted()).toEqual([
      'erin 14-days',
      'erin 3-days',
      'olga 14-days',
      'olga 3-days',
    ]);
    expect(smtp.received).toHaveLength(4);
  });
});
