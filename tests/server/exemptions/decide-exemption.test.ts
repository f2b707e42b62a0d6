import { expect, test } from 'vitest';
import { assembleClaims } from '#server/evidence/assemble-claims.ts';
import { decideExemption } from '#server/exemptions/decide-exemption.ts';
import { requestExemption } from '#server/exemptions/request-exemption.ts';
import { withdrawExemption } from '#server/exemptions/withdraw-exemption.ts';
import { claimsContext, EDITOR, OTHER_EDITOR, OWNER, VIEWER } from '#tests/support/build-claims.ts';
import { buildRubric } from '#tests/support/build-rubric.ts';
import { makeSqlite, onBothDatabases } from '#tests/support/databases.ts';
import { type TestContext, token } from '#tests/support/test-context.ts';

const given = {
  platform: 'payments',
  kind: 'exemption' as const,
  criterion: 'INV-2.b',
  capability: 'data',
  reason: 'The second person starts in spring.',
  expiresOn: '2027-03-31',
};
const notApplicable = { ...given, kind: 'not_applicable' as const, expiresOn: undefined };
const claimsAt = (ctx: TestContext, asOf: string) =>
  assembleClaims(ctx.db, { platformId: 'payments', asOf, capabilities: new Set(['data']), rubric: buildRubric([]) });

onBothDatabases('deciding on a request', (makeDb) => {
  test('an approved exemption counts from its approval until its end', async () => {
    const ctx = await claimsContext(await makeDb());
    const { id } = await requestExemption(ctx.as(OWNER), given);
    ctx.setNow('2026-12-01T09:00:00.000Z');
    expect(await decideExemption(ctx, { id, approve: true })).toEqual({
      id,
      decision: 'approved',
      selfApproved: false,
    });
    expect(ctx.rescored).toEqual(['payments']);
    const inForce = async (asOf: string) => (await claimsAt(ctx, asOf)).exemptions.length;
    expect(await inForce('2026-12-01T08:59:59.999Z')).toBe(0);
    expect(await inForce('2026-12-01T09:00:00.000Z')).toBe(1);
    expect(await inForce('2027-03-31T23:00:00.000Z')).toBe(1);
    expect(await inForce('2027-04-01T00:00:00.000Z')).toBe(0);
  });

  test('a declined request changes nothing', async () => {
    const ctx = await claimsContext(await makeDb());
    const { id } = await requestExemption(ctx.as(OWNER), given);
    await decideExemption(ctx, { id, approve: false, note: 'Spring is near.' });
    expect(ctx.rescored).toEqual([]);
    const row = await ctx.db.selectFrom('exemption').selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({ decision: 'declined', decidedBy: 'erin', decisionNote: 'Spring is near.' });
  });

  test('of two who decide at once one is told that it is done', async () => {
    const ctx = await claimsContext(await makeDb());
    const { id } = await requestExemption(ctx.as(OWNER), given);
    const both = await Promise.allSettled([
      decideExemption(ctx.as(EDITOR), { id, approve: true }),
      decideExemption(ctx.as(OTHER_EDITOR), { id, approve: false }),
    ]);
    const refused = both.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({ code: 'CONFLICT' });
  });

  test('nobody decides on their own request while there is somebody else', async () => {
    const ctx = await claimsContext(await makeDb());
    const { id } = await requestExemption(ctx, notApplicable);
    await expect(decideExemption(ctx, { id, approve: true })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  test('where there is a single account it may, and the evidence says so', async () => {
    const ctx = await claimsContext(await makeDb(), ['erin']);
    const { id } = await requestExemption(ctx, notApplicable);
    expect(await decideExemption(ctx, { id, approve: true })).toMatchObject({ selfApproved: true });
    expect((await claimsAt(ctx, '2026-11-22T12:00:00.000Z')).notApplicable).toMatchObject([{ selfApproved: true }]);
  });

  test('what is taken back ends now and stays in the history', async () => {
    const ctx = await claimsContext(await makeDb());
    for (const request of [given, notApplicable]) {
      const { id } = await requestExemption(ctx.as(OWNER), request);
      await decideExemption(ctx, { id, approve: true });
    }
    ctx.setNow('2027-01-15T12:00:00.000Z');
    const rows = await ctx.db.selectFrom('exemption').select('id').execute();
    for (const { id } of rows) await withdrawExemption(ctx.as(OWNER), { id });
    const before = await claimsAt(ctx, '2027-01-15T11:59:59.999Z');
    const after = await claimsAt(ctx, '2027-01-15T12:00:00.000Z');
    expect([before.exemptions.length, before.notApplicable.length]).toEqual([1, 1]);
    expect([after.exemptions.length, after.notApplicable.length]).toEqual([0, 0]);
    expect(ctx.rescored).toHaveLength(4);
    for (const { id } of rows) {
      await expect(withdrawExemption(ctx, { id })).rejects.toMatchObject({ code: 'CONFLICT' });
    }
  });

  test('a decision and a withdrawal at once: one of them is told to look again', async () => {
    const ctx = await claimsContext(await makeDb());
    const { id } = await requestExemption(ctx.as(OWNER), given);
    const both = await Promise.allSettled([
      decideExemption(ctx, { id, approve: true }),
      withdrawExemption(ctx.as(OWNER), { id }),
    ]);
    const row = await ctx.db.selectFrom('exemption').selectAll().executeTakeFirstOrThrow();
    const settled = both.filter(({ status }) => status === 'fulfilled').length;
    // one after the other is fine too: approved first, then ended by its owner
    const endedByOwner = row.decision === 'approved' && row.expiresAt === '2026-11-22T12:00:00.000Z';
    expect(settled).toBe(endedByOwner ? 2 : 1);
  });
});

test.each([
  ['an owner', OWNER],
  ['a viewer', VIEWER],
  ['a token that may only ask', token(['attestations:write'])],
  ['a token of the operator', token(['reviews:write'])],
] as const)('%s decides nothing', async (_who, actor) => {
  const { db, remove } = await makeSqlite();
  const ctx = await claimsContext(db);
  const { id } = await requestExemption(ctx, given);
  await expect(decideExemption(ctx.as(actor), { id, approve: true })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await remove();
});

test('a request whose time is over can only be declined', async () => {
  const { db, remove } = await makeSqlite();
  const ctx = await claimsContext(db);
  const { id } = await requestExemption(ctx.as(OWNER), given);
  ctx.setNow('2027-04-01T00:00:00.000Z');
  await expect(decideExemption(ctx, { id, approve: true })).rejects.toMatchObject({ code: 'CONFLICT' });
  await decideExemption(ctx, { id, approve: false });
  await remove();
});

test('a request that waits is taken back by its owner, and by no other team', async () => {
  const { db, remove } = await makeSqlite();
  const ctx = await claimsContext(db);
  const own = await requestExemption(ctx.as(OWNER), given);
  const other = await requestExemption(ctx, { ...given, capability: 'messaging' });
  await withdrawExemption(ctx.as(OWNER), own);
  expect(ctx.rescored).toEqual([]);
  await expect(withdrawExemption(ctx.as(OWNER), other)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(withdrawExemption(ctx, { id: 'none' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await remove();
});
