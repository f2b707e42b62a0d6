import { expect, test } from 'vitest';
import { answerCriterion } from '#server/attestations/answer-criterion.ts';
import { reviewAttestation } from '#server/attestations/review-attestation.ts';
import { claimsContext, EDITOR, OTHER_EDITOR, OWNER, VIEWER } from '#tests/support/build-claims.ts';
import { makeSqlite, onBothDatabases } from '#tests/support/databases.ts';
import { type TestContext, token } from '#tests/support/test-context.ts';

const given = {
  platform: 'payments',
  criterion: 'INV-2.c',
  capability: 'data',
  answer: 'yes',
  link: 'https://wiki.example.org/data',
};
const stored = (ctx: TestContext, id: string) =>
  ctx.db.selectFrom('attestation').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

onBothDatabases('reviewing an answer', (makeDb) => {
  test('a second person accepts it, and the platform is scored anew', async () => {
    const ctx = await claimsContext(await makeDb());
    const { id } = await answerCriterion(ctx.as(OWNER), given);
    ctx.setNow('2026-11-23T08:00:00.000Z');
    expect(await reviewAttestation(ctx, { id, accept: true })).toEqual({ id, review: 'accepted', selfApproved: false });
    expect(await stored(ctx, id)).toMatchObject({
      review: 'accepted',
      reviewedBy: 'erin',
      reviewedAt: '2026-11-23T08:00:00.000Z',
      selfApproved: 0,
    });
    expect(ctx.rescored).toEqual(['payments', 'payments']);
  });

  test('a second person rejects it and says why', async () => {
    const ctx = await claimsContext(await makeDb());
    const { id } = await answerCriterion(ctx.as(OWNER), given);
    await reviewAttestation(ctx, { id, accept: false, note: 'The link is behind a wall.' });
    expect(await stored(ctx, id)).toMatchObject({ review: 'rejected', reviewNote: 'The link is behind a wall.' });
    const entry = await ctx.db
      .selectFrom('auditEntry')
      .selectAll()
      .where('action', '=', 'attestation.review')
      .executeTakeFirstOrThrow();
    expect(JSON.parse(entry.detail)).toMatchObject({ id, capability: 'data', review: 'rejected', selfApproved: false });
  });

  test('of two reviewers at once one is told that it is done', async () => {
    const ctx = await claimsContext(await makeDb());
    const { id } = await answerCriterion(ctx.as(OWNER), given);
    const both = await Promise.allSettled([
      reviewAttestation(ctx.as(EDITOR), { id, accept: true }),
      reviewAttestation(ctx.as(OTHER_EDITOR), { id, accept: false }),
    ]);
    const refused = both.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({ code: 'CONFLICT' });
    const entries = await ctx.db
      .selectFrom('auditEntry')
      .where('action', '=', 'attestation.review')
      .selectAll()
      .execute();
    expect(entries).toHaveLength(1);
  });

  test('nobody reviews their own answer while there is somebody else', async () => {
    const ctx = await claimsContext(await makeDb());
    const { id } = await answerCriterion(ctx, given);
    await expect(reviewAttestation(ctx, { id, accept: true })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect((await stored(ctx, id)).review).toBe('awaiting');
  });

  test('where there is a single account it may, and that is marked', async () => {
    const ctx = await claimsContext(await makeDb(), ['erin']);
    const { id } = await answerCriterion(ctx, given);
    expect(await reviewAttestation(ctx, { id, accept: true })).toMatchObject({ selfApproved: true });
    expect((await stored(ctx, id)).selfApproved).toBe(1);
  });
});

test.each([
  ['an owner', OWNER],
  ['a viewer', VIEWER],
  ['a token that may only answer', token(['attestations:write'])],
  ['a token of the operator', token(['reviews:write'])],
] as const)('%s reviews nothing', async (_who, actor) => {
  const { db, remove } = await makeSqlite();
  const ctx = await claimsContext(db);
  const { id } = await answerCriterion(ctx, given);
  await expect(reviewAttestation(ctx.as(actor), { id, accept: true })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await remove();
});

test('an answer is reviewed once, a replaced one and one that needs no review never', async () => {
  const { db, remove } = await makeSqlite();
  const ctx = await claimsContext(db);
  const replaced = await answerCriterion(ctx.as(OWNER), given);
  const accepted = await answerCriterion(ctx.as(OWNER), given);
  await reviewAttestation(ctx, { id: accepted.id, accept: true });
  const no = await answerCriterion(ctx.as(OWNER), { ...given, answer: 'no' });
  for (const { id } of [replaced, accepted, no]) {
    await expect(reviewAttestation(ctx, { id, accept: true })).rejects.toMatchObject({ code: 'CONFLICT' });
  }
  await remove();
});

test('an answer that has run out cannot be accepted any more', async () => {
  const { db, remove } = await makeSqlite();
  const ctx = await claimsContext(db);
  const { id } = await answerCriterion(ctx.as(OWNER), given);
  ctx.setNow('2027-11-22T12:00:00.000Z');
  await expect(reviewAttestation(ctx, { id, accept: true })).rejects.toMatchObject({ code: 'CONFLICT' });
  await reviewAttestation(ctx, { id, accept: false });
  await remove();
});

test('an answer that does not exist is told so, to people who are signed in', async () => {
  const { db, remove } = await makeSqlite();
  const ctx = await claimsContext(db);
  await expect(reviewAttestation(ctx, { id: 'none', accept: true })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const anonymous = ctx.as({ kind: 'anonymous' });
  await expect(reviewAttestation(anonymous, { id: 'none', accept: true })).rejects.toMatchObject({
    code: 'UNAUTHORIZED',
  });
  await remove();
});
