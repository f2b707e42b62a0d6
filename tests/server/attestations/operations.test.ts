import { expect, test } from 'vitest';
import { backlogContext } from '#tests/support/build-backlog.ts';
import { createTestPlatform } from '#tests/support/build-catalogue.ts';
import { EDITOR, OTHER_EDITOR, OWNER } from '#tests/support/build-claims.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { startTestRuntime } from '#tests/support/start-test-runtime.ts';
import { tokenClient } from '#tests/support/token-client.ts';

const PATH = '/platforms/payments/attestations';
const ANSWER = { criterion: 'INV-2.c', capability: 'data', answer: 'yes', link: 'https://wiki.example.org/data' };

onBothDatabases('answers over the API', (makeDb, dialect) => {
  test('are given by a token of one person and accepted by that of another', async () => {
    const ctx = await backlogContext(await makeDb());
    startTestRuntime(ctx.db, { dialect });
    const olga = await tokenClient(ctx.as(OWNER), ['read', 'attestations:write'], 'payments');
    const erin = await tokenClient(ctx.as(EDITOR), ['reviews:write'], 'payments');
    const { id } = await (await olga('POST', PATH, ANSWER)).json();
    const accepted = await erin('POST', `${PATH}/${id}/review`, { accept: true });
    expect(await accepted.json()).toEqual({ id, review: 'accepted', selfApproved: false });
    const { items } = await (await olga('GET', `${PATH}?criterion=INV-2.c`)).json();
    expect(items).toContainEqual(expect.objectContaining({ id, review: 'accepted', reviewedBy: 'Name of erin' }));
    expect((await erin('POST', `${PATH}/${id}/review`, { accept: true })).status).toBe(409);
  });

  test('are not accepted by a token of the one who answered, by one of an owner, or by one of the operator', async () => {
    const ctx = await backlogContext(await makeDb());
    await createTestPlatform(ctx.db, 'other');
    startTestRuntime(ctx.db, { dialect });
    const scopes = ['attestations:write' as const, 'reviews:write' as const];
    const erin = await tokenClient(ctx.as(EDITOR), scopes, 'payments');
    const operator = await tokenClient(ctx.as({ kind: 'system', name: 'cli' }), scopes);
    const answering = await tokenClient(ctx.as(OTHER_EDITOR), ['attestations:write'], 'payments');
    const { id } = await (await erin('POST', PATH, ANSWER)).json();
    const refusal = async (answer: Response) => [answer.status, (await answer.json()).detail];
    const review = `${PATH}/${id}/review`;
    expect(await refusal(await erin('POST', review, { accept: true }))).toEqual([
      ...[403, 'This is your own statement. Somebody else needs to look at it.'],
    ]);
    expect(await refusal(await operator('POST', review, { accept: true }))).toEqual([
      ...[403, expect.stringContaining('stands for nobody')],
    ]);
    expect(await refusal(await answering('POST', review, { accept: true }))).toEqual([
      ...[403, expect.stringContaining('reviews:write')],
    ]);
    const elsewhere = await operator('POST', `/platforms/other/attestations/${id}/review`, { accept: true });
    expect(await refusal(elsewhere)).toEqual([404, 'There is no such answer.']);
    await expect(tokenClient(ctx.as(OWNER), ['reviews:write'], 'payments')).rejects.toThrow(/role "editor"/);
    expect(await ctx.db.selectFrom('attestation').select('review').where('id', '=', id).execute()).toEqual([
      { review: 'awaiting' },
    ]);
  });
});
