import { expect, test } from 'vitest';
import { answerCriterion } from '#server/attestations/answer-criterion.ts';
import { claimsContext, EDITOR, OTHER_EDITOR, OWNER, VIEWER } from '#tests/support/build-claims.ts';
import { makeSqlite, onBothDatabases } from '#tests/support/databases.ts';
import { person, type TestContext, token } from '#tests/support/test-context.ts';

const LINK = 'https://wiki.example.org/data';
// INV-2.c: owning team and contact are published; of a capability, with a link, valid 365 days
const given = { platform: 'payments', criterion: 'INV-2.c', capability: 'data', answer: 'yes', link: LINK };
// INV-2.a: a standing team is funded; of the platform
const ofPlatform = { ...given, criterion: 'INV-2.a', capability: null };

const context = async () => {
  const made = await makeSqlite();
  return { ctx: await claimsContext(made.db), remove: made.remove };
};

onBothDatabases('answering a criterion', (makeDb) => {
  test('keeps the answer with who, when and until when, and waits for its review', async () => {
    const ctx = await claimsContext(await makeDb());
    const answered = await answerCriterion(ctx, { ...given, note: 'See the second paragraph.' });
    // 2026-11-22T12:00 + 365 days; no 29 February lies between
    expect(answered).toMatchObject({ review: 'awaiting', expiresAt: '2027-11-22T12:00:00.000Z' });
    expect(await ctx.db.selectFrom('attestation').selectAll().executeTakeFirstOrThrow()).toMatchObject({
      id: answered.id,
      criterion: 'INV-2.c',
      capability: 'data',
      answer: 'yes',
      link: LINK,
      note: 'See the second paragraph.',
      answeredBy: 'erin',
      answeredAt: '2026-11-22T12:00:00.000Z',
      reviewedBy: null,
      selfApproved: 0,
    });
    expect(ctx.rescored).toEqual(['payments']);
  });

  test('leaves an audit entry', async () => {
    const ctx = await claimsContext(await makeDb());
    await answerCriterion(ctx, given);
    const entry = await ctx.db.selectFrom('auditEntry').selectAll().executeTakeFirstOrThrow();
    expect(entry).toMatchObject({ action: 'attestation.answer', actorId: 'erin', subject: 'INV-2.c' });
    expect(JSON.parse(entry.detail)).toMatchObject({ capability: 'data', answer: 'yes', link: LINK });
  });

  test('a "no" needs neither link nor review', async () => {
    const ctx = await claimsContext(await makeDb());
    const answered = await answerCriterion(ctx, { ...given, answer: 'no', link: undefined });
    expect(answered.review).toBe('not_needed');
  });

  test('a newer answer ends the wait of the one before', async () => {
    const ctx = await claimsContext(await makeDb());
    const first = await answerCriterion(ctx, given);
    ctx.setNow('2026-11-23T12:00:00.000Z');
    await answerCriterion(ctx.as(OTHER_EDITOR), given);
    await answerCriterion(ctx, { ...given, capability: 'messaging' });
    const rows = await ctx.db.selectFrom('attestation').selectAll().orderBy('answeredAt').execute();
    expect(rows.filter(({ review }) => review === 'awaiting')).toHaveLength(2);
    expect(rows.find(({ id }) => id === first.id)).toMatchObject({ review: 'rejected', reviewedBy: null });
  });
});

const refusals: [title: string, change: object, code: string, words: string][] = [
  ['without the link asked for', { link: undefined }, 'BAD_REQUEST', 'needs a link'],
  ['with a link that runs code', { link: 'javascript:alert(1)' }, 'BAD_REQUEST', 'http://'],
  ['with a link to a file', { link: 'file:///etc/passwd' }, 'BAD_REQUEST', 'http://'],
  ['with a link that is none', { link: 'see the wiki' }, 'BAD_REQUEST', 'http://'],
  ['with a password in the link', { link: 'https://me:secret@example.org/' }, 'BAD_REQUEST', 'password'],
  ['that is not offered', { answer: 'perhaps' }, 'BAD_REQUEST', 'no, yes'],
  ['to a criterion that does not exist', { criterion: 'INV-9.z' }, 'NOT_FOUND', 'no criterion'],
  ['to a criterion that metrics decide', { criterion: 'INV-2.b' }, 'BAD_REQUEST', 'takes no answer'],
  ['for a capability that does not exist', { capability: 'coffee' }, 'NOT_FOUND', 'no such capability'],
  ['for no capability where one is needed', { capability: null }, 'BAD_REQUEST', 'Say which'],
  ['for one capability where the platform is meant', { criterion: 'INV-2.a' }, 'BAD_REQUEST', 'whole platform'],
  ['on a platform that does not exist', { platform: 'unknown' }, 'NOT_FOUND', 'no such platform'],
];

test.each(refusals)('an answer %s is refused', async (_title, change, code, words) => {
  const { ctx, remove } = await context();
  const refused = answerCriterion(ctx, { ...given, ...change });
  await expect(refused).rejects.toMatchObject({ code, message: expect.stringContaining(words) });
  expect(await ctx.db.selectFrom('attestation').selectAll().execute()).toEqual([]);
  expect(ctx.rescored).toEqual([]);
  await remove();
});

test('a criterion with more answers than two takes each of them', async () => {
  const { ctx, remove } = await context();
  // OPS-2.d: no, none-open, yes
  const answered = await answerCriterion(ctx, { ...given, criterion: 'OPS-2.d', answer: 'none-open' });
  expect(answered.review).toBe('awaiting');
  await remove();
});

test('an archived capability takes no answer', async () => {
  const { ctx, remove } = await context();
  await ctx.db.updateTable('capability').set({ state: 'archived' }).where('key', '=', 'data').execute();
  await expect(answerCriterion(ctx, given)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await remove();
});

test('owners answer for the capabilities of their team, and for nothing else', async () => {
  const { ctx, remove } = await context();
  const owner = ctx.as(OWNER);
  await answerCriterion(owner, given);
  await expect(answerCriterion(owner, { ...given, capability: 'messaging' })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
  await expect(answerCriterion(owner, ofPlatform)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await answerCriterion(ctx.as(EDITOR), ofPlatform);
  await remove();
});

const strangers: [string, Parameters<TestContext['as']>[0], string][] = [
  ['a viewer', VIEWER, 'FORBIDDEN'],
  ['somebody of another platform', person('editor', { platformId: 'other' }), 'NOT_FOUND'],
  ['nobody', { kind: 'anonymous' }, 'UNAUTHORIZED'],
  ['a token without the scope', token(['metrics:write']), 'FORBIDDEN'],
  ['a token of another platform', token(['attestations:write'], 'other'), 'NOT_FOUND'],
];

test.each(strangers)('%s answers nothing', async (_who, actor, code) => {
  const { ctx, remove } = await context();
  await expect(answerCriterion(ctx.as(actor), given)).rejects.toMatchObject({ code });
  await remove();
});

test('the answer of a token is the word of the person who made it', async () => {
  const { ctx, remove } = await context();
  const row = { id: 'token-1', name: 'pipeline', prefix: 'plb_x', tokenHash: 'x', platformId: null, lastUsedOn: null };
  const times = { createdAt: '2026-01-01T00:00:00.000Z', expiresAt: '2027-01-01T00:00:00.000Z', revokedAt: null };
  await ctx.db
    .insertInto('apiToken')
    .values({ ...row, ...times, scopes: '["attestations:write"]', createdBy: 'otto' })
    .execute();
  await answerCriterion(ctx.as(token(['attestations:write'])), given);
  await answerCriterion(ctx.as(token(['attestations:write'], null, 'operator')), ofPlatform);
  const rows = await ctx.db
    .selectFrom('attestation')
    .select(['criterion', 'answeredBy'])
    .orderBy('criterion')
    .execute();
  expect(rows.map(({ answeredBy }) => answeredBy)).toEqual(['token:operator', 'otto']);
  await remove();
});
