import { expect, test } from 'vitest';
import { answerCriterion } from '#server/attestations/answer-criterion.ts';
import { requestExemption } from '#server/exemptions/request-exemption.ts';
import { EDITOR, OWNER } from '#tests/support/build-claims.ts';
import { find, noticesContext } from '#tests/support/build-notices.ts';
import { onBothDatabases } from '#tests/support/databases.ts';

const place = { platform: 'payments', criterion: 'OPS-2.a', capability: 'data' };

onBothDatabases('the notice of what waits for a review', (makeDb) => {
  test('goes to every editor but the one whose statement it is; owners and viewers judge nothing', async () => {
    const ctx = await noticesContext(await makeDb());
    const link = 'https://wiki.example.org/how';
    const { id: mine } = await answerCriterion(ctx.as(EDITOR), { ...place, answer: 'yes', link });
    const reason = 'We cannot do this before the next release.';
    const asked = { ...place, kind: 'exemption' as const, reason, expiresOn: '2027-01-31' };
    const { id: theirs } = await requestExemption(ctx.as(OWNER), asked);
    expect(await find(ctx, 'requests-waiting')).toMatchObject([
      { subject: mine, to: ['otto'], line: { detail: 'Data services; answered by Name of erin' } },
      { subject: theirs, to: ['erin', 'otto'], line: { detail: 'Data services; exemption asked for by Name of olga' } },
    ]);
  });

  test('an answer that counts at once waits for nobody', async () => {
    const ctx = await noticesContext(await makeDb());
    await answerCriterion(ctx.as(EDITOR), { ...place, answer: 'no' });
    expect(await find(ctx, 'requests-waiting')).toEqual([]);
  });
});
