import { expect, test } from 'vitest';
import { decideExemption } from '#server/exemptions/decide-exemption.ts';
import { requestExemption, requestExemptionInput } from '#server/exemptions/request-exemption.ts';
import { claimsContext, OWNER, VIEWER } from '#tests/support/build-claims.ts';
import { makeSqlite, onBothDatabases } from '#tests/support/databases.ts';

const given = {
  platform: 'payments',
  kind: 'exemption' as const,
  criterion: 'INV-2.b',
  capability: 'data',
  reason: 'The second person starts in spring.',
  expiresOn: '2027-03-31',
};

onBothDatabases('asking for an exemption', (makeDb) => {
  test('keeps the reason and the end, and changes no score yet', async () => {
    const ctx = (await claimsContext(await makeDb())).as(OWNER);
    const { id, ...asked } = await requestExemption(ctx, given);
    expect(asked).toEqual({ decision: 'awaiting', expiresAt: '2027-03-31T23:59:59.999Z' });
    expect(await ctx.db.selectFrom('exemption').selectAll().executeTakeFirstOrThrow()).toMatchObject({
      id,
      kind: 'exemption',
      reason: given.reason,
      requestedBy: 'olga',
      requestedAt: '2026-11-22T12:00:00.000Z',
      decision: 'awaiting',
    });
    expect(ctx.rescored).toEqual([]);
    const entry = await ctx.db.selectFrom('auditEntry').selectAll().executeTakeFirstOrThrow();
    expect(entry).toMatchObject({ action: 'exemption.request', actorId: 'olga', subject: 'INV-2.b' });
  });

  test('the same cannot be asked for twice while it waits or stands', async () => {
    const ctx = await claimsContext(await makeDb());
    const { id } = await requestExemption(ctx.as(OWNER), given);
    await expect(requestExemption(ctx, given)).rejects.toMatchObject({ code: 'CONFLICT' });
    await decideExemption(ctx, { id, approve: true });
    await expect(requestExemption(ctx, given)).rejects.toMatchObject({ code: 'CONFLICT' });
    await requestExemption(ctx, { ...given, capability: 'messaging' });
    await requestExemption(ctx, { ...given, kind: 'not_applicable', expiresOn: undefined });
    ctx.setNow('2027-04-01T00:00:00.000Z');
    await requestExemption(ctx, { ...given, expiresOn: '2027-06-30' });
  });

  test('of ten who ask for the same at one time, one is heard', async () => {
    const ctx = await claimsContext(await makeDb());
    const asked = await Promise.allSettled(Array.from({ length: 10 }, () => requestExemption(ctx.as(OWNER), given)));
    const refused = asked.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(refused.map(({ code }) => code)).toEqual(Array.from({ length: 9 }, () => 'CONFLICT'));
    expect(await ctx.db.selectFrom('exemption').select('id').execute()).toHaveLength(1);
    expect(await ctx.db.selectFrom('auditEntry').select('id').execute()).toHaveLength(1);
  });
});

const refusals: [title: string, change: object, code: string, words: string][] = [
  ['an exemption without an end', { expiresOn: undefined }, 'BAD_REQUEST', 'until which day'],
  ['an end before today', { expiresOn: '2026-11-21' }, 'BAD_REQUEST', '2026-11-22'],
  ['an end after more than 365 days', { expiresOn: '2027-11-23' }, 'BAD_REQUEST', '2027-11-22'],
  ['an end of what is not applicable', { kind: 'not_applicable' }, 'BAD_REQUEST', 'no end'],
  ['a capability where the platform is meant', { criterion: 'INV-2.a' }, 'BAD_REQUEST', 'whole platform'],
  ['a criterion that does not exist', { criterion: 'INV-9.z' }, 'NOT_FOUND', 'no criterion'],
  // INT-1.e is only for capabilities with implicit use
  ['a criterion that does not apply', { criterion: 'INT-1.e' }, 'BAD_REQUEST', 'does not apply'],
];

test.each(refusals)('%s is refused', async (_title, change, code, words) => {
  const { db, remove } = await makeSqlite();
  const ctx = await claimsContext(db);
  const refused = requestExemption(ctx, { ...given, ...change });
  await expect(refused).rejects.toMatchObject({ code, message: expect.stringContaining(words) });
  await remove();
});

test('today and the 365th day from today are still good', async () => {
  const { db, remove } = await makeSqlite();
  const ctx = await claimsContext(db);
  await requestExemption(ctx, { ...given, expiresOn: '2026-11-22' });
  await requestExemption(ctx, { ...given, capability: 'messaging', expiresOn: '2027-11-22' });
  await remove();
});

test('a reason is a sentence and a day is a day', () => {
  const reads = (change: object) => requestExemptionInput.safeParse({ ...given, ...change }).success;
  expect(reads({})).toBe(true);
  expect(reads({ reason: 'because' })).toBe(false);
  expect(reads({ reason: '             ' })).toBe(false);
  expect(reads({ expiresOn: '2027-02-30' })).toBe(false);
  expect(reads({ expiresOn: 'tomorrow' })).toBe(false);
});

test('owners ask for the capabilities of their team alone; viewers for nothing', async () => {
  const { db, remove } = await makeSqlite();
  const ctx = await claimsContext(db);
  const refused = { code: 'FORBIDDEN' };
  await expect(requestExemption(ctx.as(OWNER), { ...given, capability: 'messaging' })).rejects.toMatchObject(refused);
  const ofPlatform = { ...given, criterion: 'INV-2.a', capability: null };
  await expect(requestExemption(ctx.as(OWNER), ofPlatform)).rejects.toMatchObject(refused);
  await expect(requestExemption(ctx.as(VIEWER), given)).rejects.toMatchObject(refused);
  await requestExemption(ctx, ofPlatform);
  await remove();
});
