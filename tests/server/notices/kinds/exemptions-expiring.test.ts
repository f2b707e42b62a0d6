import { expect, test } from 'vitest';
import { decideExemption } from '#server/exemptions/decide-exemption.ts';
import { requestExemption } from '#server/exemptions/request-exemption.ts';
import { withdrawExemption } from '#server/exemptions/withdraw-exemption.ts';
import { EDITOR, OTHER_EDITOR } from '#tests/support/build-claims.ts';
import { find, noticesContext } from '#tests/support/build-notices.ts';
import { onBothDatabases } from '#tests/support/databases.ts';

const reason = 'We cannot do this before the next release.';
const place = { platform: 'payments', criterion: 'OPS-2.a', capability: 'data' };
const request = { ...place, kind: 'exemption' as const, reason, expiresOn: '2026-12-31' };

onBothDatabases('the notice of exemptions that end', (makeDb) => {
  test('goes to who asked and to the owners, two weeks and three days ahead, once it was approved', async () => {
    const ctx = await noticesContext(await makeDb());
    const { id } = await requestExemption(ctx.as(EDITOR), request);
    ctx.setNow('2026-12-20T12:00:00.000Z');
    expect(await find(ctx, 'exemptions-expiring')).toEqual([]);
    await decideExemption(ctx.as(OTHER_EDITOR), { id, approve: true });
    expect(await find(ctx, 'exemptions-expiring')).toMatchObject([
      { subject: id, occasion: '14-days', to: ['erin', 'olga'] },
    ]);
    ctx.setNow('2026-12-30T12:00:00.000Z');
    expect(await find(ctx, 'exemptions-expiring')).toMatchObject([{ occasion: '3-days' }]);
    ctx.setNow('2027-01-02T12:00:00.000Z');
    expect(await find(ctx, 'exemptions-expiring')).toEqual([]);
  });

  test('one that was ended by hand ends without a notice', async () => {
    const ctx = await noticesContext(await makeDb());
    const { id } = await requestExemption(ctx.as(EDITOR), request);
    await decideExemption(ctx.as(OTHER_EDITOR), { id, approve: true });
    ctx.setNow('2026-12-20T12:00:00.000Z');
    await withdrawExemption(ctx.as(EDITOR), { id });
    expect(await find(ctx, 'exemptions-expiring')).toEqual([]);
  });
});
