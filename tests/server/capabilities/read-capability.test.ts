import { expect, test } from 'vitest';
import { rescorePlatform } from '#server/assessments/rescore-platform.ts';
import { answerCriterion } from '#server/attestations/answer-criterion.ts';
import { readCapabilities } from '#server/capabilities/read-capabilities.ts';
import { readCapability } from '#server/capabilities/read-capability.ts';
import { requestExemption } from '#server/exemptions/request-exemption.ts';
import { claimsContext, EDITOR, OTHER_EDITOR, OWNER, VIEWER } from '#tests/support/build-claims.ts';
import { record } from '#tests/support/build-evidence.ts';
import { countStatements } from '#tests/support/count-statements.ts';
import { onBothDatabases } from '#tests/support/databases.ts';

const DATA = { platform: 'payments', capability: 'data' };

onBothDatabases('the page of a capability', (makeDb) => {
  async function scored() {
    const ctx = await claimsContext(await makeDb());
    await record(ctx, [
      { capability: 'data', metric: 'self-service-rate', at: '2026-11-20T10:00:00Z', value: 0.9 },
      { capability: 'data', metric: 'self-service-rate', at: '2026-11-21T10:00:00Z', value: 0.8 },
    ]);
    await rescorePlatform(ctx, 'payments');
    return ctx;
  }

  test('opens the aspect furthest from its target and the first criterion that blocks it', async () => {
    const page = await readCapability(await scored(), DATA);
    expect(page.cells).toHaveLength(page.aspects.length);
    expect(page.open?.criterion?.id).toBe(page.open?.criteria.find(({ blocking }) => blocking)?.id);
    expect(page.capability).toMatchObject({ key: 'data', ownerName: 'Storage' });
  });

  test('a criterion in the address opens with its own aspect, its evidence and the days behind it', async () => {
    const page = await readCapability(await scored(), { ...DATA, criterion: 'INT-3.a' });
    expect(page.open?.aspect).toBe('interfaces');
    expect(page.open?.criterion).toMatchObject({ id: 'INT-3.a', about: 'data' });
    expect(page.open?.criterion?.how).toBeTruthy();
    expect(page.open?.criterion?.histories.flat()).toContainEqual({ day: '2026-11-21', value: 0.8 });
  });

  test('an answer that waits is offered for review to another editor only', async () => {
    const ctx = await scored();
    const answer = { platform: 'payments', criterion: 'ADO-2.a', capability: 'data', answer: 'yes' };
    await answerCriterion(ctx, { ...answer, link: 'https://example.org/team' });
    const seenBy = async (actor: typeof EDITOR) => {
      const page = await readCapability(ctx.as(actor), { ...DATA, criterion: 'ADO-2.a' });
      return page.open?.criterion?.answers[0];
    };
    expect(await seenBy(EDITOR)).toMatchObject({ by: 'Name of erin', review: 'awaiting', mayReview: false });
    expect(await seenBy(OTHER_EDITOR)).toMatchObject({ mayReview: true });
    expect(await seenBy(VIEWER)).toMatchObject({ mayReview: false });
  });

  test('a request that stands shows who asked and may be decided by somebody else', async () => {
    const ctx = await scored();
    const request = {
      ...DATA,
      criterion: 'INT-3.a',
      kind: 'not_applicable',
      reason: 'Nobody may order it alone.',
    } as const;
    await requestExemption(ctx.as(OWNER), request);
    const page = await readCapability(ctx, { ...DATA, criterion: 'INT-3.a' });
    expect(page.open?.criterion?.requests).toMatchObject([
      { by: 'Name of olga', decision: 'awaiting', isStanding: true, mayDecide: true },
    ]);
  });

  test('owners answer for what their team owns, editors for everything, viewers for nothing', async () => {
    const ctx = await scored();
    const rights = async (actor: typeof EDITOR, capability: string) =>
      (await readCapability(ctx.as(actor), { ...DATA, capability })).rights;
    expect(await rights(OWNER, 'data')).toEqual({ aim: false, answer: true, answerForPlatform: false });
    expect(await rights(OWNER, 'build-test')).toEqual({ aim: false, answer: false, answerForPlatform: false });
    expect(await rights(EDITOR, 'build-test')).toEqual({ aim: true, answer: true, answerForPlatform: true });
    expect(await rights(VIEWER, 'data')).toEqual({ aim: false, answer: false, answerForPlatform: false });
  });

  test('a capability that was never scored shows no criteria instead of unmet ones', async () => {
    const ctx = await claimsContext(await makeDb());
    expect(await readCapability(ctx, DATA)).toMatchObject({ cells: [], open: null, asOf: null });
    const { capabilities } = await readCapabilities(ctx, { platform: 'payments' });
    expect(capabilities.find(({ key }) => key === 'data')).toMatchObject({ ownerName: 'Storage', cells: [] });
  });

  test('a capability that does not exist is not found', async () => {
    const ctx = await scored();
    await expect(readCapability(ctx, { ...DATA, capability: 'nothing' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('takes few statements', async () => {
    const ctx = await scored();
    const page = await countStatements(ctx.db, (db) =>
      readCapability({ ...ctx, db }, { ...DATA, criterion: 'INT-3.a' }),
    );
    expect(page.statements).toBeLessThanOrEqual(9);
  });
});
