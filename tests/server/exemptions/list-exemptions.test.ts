import { expect, test } from 'vitest';
import { decideExemption } from '#server/exemptions/decide-exemption.ts';
import { listExemptions } from '#server/exemptions/list-exemptions.ts';
import { requestExemption } from '#server/exemptions/request-exemption.ts';
import { claimsContext, OWNER, VIEWER } from '#tests/support/build-claims.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { person } from '#tests/support/test-context.ts';

const given = { platform: 'payments', criterion: 'INV-2.b', capability: 'data', reason: 'There is a reason for this.' };

onBothDatabases('listing requests', (makeDb) => {
  test('names people, the newest first, and filters by criterion and place', async () => {
    const ctx = await claimsContext(await makeDb());
    const { id } = await requestExemption(ctx.as(OWNER), { ...given, kind: 'exemption', expiresOn: '2027-01-31' });
    await decideExemption(ctx, { id, approve: true, note: 'Until January.' });
    ctx.setNow('2026-11-23T12:00:00.000Z');
    await requestExemption(ctx, { ...given, kind: 'not_applicable', criterion: 'INV-2.a', capability: null });
    const viewer = ctx.as(VIEWER);
    const rows = await listExemptions(viewer, { platform: 'payments' });
    expect(rows.map(({ criterion, capability }) => [criterion, capability])).toEqual([
      ['INV-2.a', null],
      ['INV-2.b', 'data'],
    ]);
    expect(rows[1]).toMatchObject({
      requestedBy: 'Name of olga',
      decidedBy: 'Name of erin',
      decisionNote: 'Until January.',
      selfApproved: false,
    });
    expect(await listExemptions(viewer, { platform: 'payments', capability: null })).toHaveLength(1);
    expect(
      await listExemptions(viewer, { platform: 'payments', criterion: 'INV-2.b', capability: 'data' }),
    ).toHaveLength(1);
    expect(
      await listExemptions(viewer, { platform: 'payments', criterion: 'INV-2.b', capability: 'messaging' }),
    ).toEqual([]);
  });

  test('people of another platform do not see that there is one', async () => {
    const ctx = await claimsContext(await makeDb());
    const stranger = ctx.as(person('admin', { platformId: 'other' }));
    await expect(listExemptions(stranger, { platform: 'payments' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
