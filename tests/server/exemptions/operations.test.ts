import type { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import type { Database } from '#db/schema.ts';
import { backlogContext, MAINTAINERS } from '#tests/support/build-backlog.ts';
import { createTestPlatform } from '#tests/support/build-catalogue.ts';
import { EDITOR, OTHER_EDITOR } from '#tests/support/build-claims.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { startTestRuntime } from '#tests/support/start-test-runtime.ts';
import { testContext } from '#tests/support/test-context.ts';
import { tokenClient } from '#tests/support/token-client.ts';

const PATH = '/platforms/payments/exemptions';
const operatorOf = (db: Kysely<Database>) => testContext(db, { kind: 'system', name: 'cli' });

onBothDatabases('exemptions over the API', (makeDb, dialect) => {
  test('are asked for, listed, weighed and taken back', async () => {
    const db = await makeDb();
    await backlogContext(db);
    await createTestPlatform(db, 'other');
    startTestRuntime(db, { dialect });
    const send = await tokenClient(operatorOf(db), ['read', 'attestations:write']);
    const reason = 'The second person starts in spring.';
    const expiresOn = '2026-12-31';
    const asked = await send('POST', PATH, { ...MAINTAINERS, kind: 'exemption', reason, expiresOn });
    expect(asked.status).toBe(201);
    const { id } = await asked.json();
    expect(await (await send('GET', PATH)).json()).toMatchObject({ items: [{ id, decision: 'awaiting' }] });
    expect((await send('GET', `${PATH}/shares`)).status).toBe(200);
    expect(await (await send('GET', `${PATH}.csv`)).text()).toContain(reason);
    const elsewhere = await send('POST', `/platforms/other/exemptions/${id}/withdraw`, {});
    expect([elsewhere.status, (await elsewhere.json()).detail]).toEqual([404, 'There is no such request.']);
    expect((await send('POST', `${PATH}/${id}/withdraw`, {})).status).toBe(200);
    expect(await (await send('GET', PATH)).json()).toMatchObject({ items: [{ id, decision: 'withdrawn' }] });
    expect((await send('POST', `${PATH}/${id}/withdraw`, {})).status).toBe(409);
  });

  test('are decided by a token of a second person, in their name, and by no other token', async () => {
    const ctx = await backlogContext(await makeDb());
    await createTestPlatform(ctx.db, 'other');
    startTestRuntime(ctx.db, { dialect });
    const scopes = ['read' as const, 'attestations:write' as const, 'reviews:write' as const];
    const operator = await tokenClient(operatorOf(ctx.db), scopes);
    const [erin, otto] = [
      await tokenClient(ctx.as(EDITOR), scopes, 'payments'),
      await tokenClient(ctx.as(OTHER_EDITOR), scopes, 'payments'),
    ];
    const reason = 'The second person starts in spring.';
    const asked = await erin('POST', PATH, { ...MAINTAINERS, kind: 'exemption', reason, expiresOn: '2026-12-31' });
    const { id } = await asked.json();
    const decide = `${PATH}/${id}/decide`;
    const own = await erin('POST', decide, { approve: true });
    expect([own.status, (await own.json()).detail]).toEqual([403, expect.stringContaining('your own statement')]);
    const nobody = await operator('POST', decide, { approve: true });
    expect([nobody.status, (await nobody.json()).detail]).toEqual([403, expect.stringContaining('stands for nobody')]);
    expect((await operator('POST', `/platforms/other/exemptions/${id}/decide`, { approve: true })).status).toBe(404);
    expect(await (await otto('POST', decide, { approve: true })).json()).toEqual({
      ...{ id, decision: 'approved', selfApproved: false },
    });
    expect(await (await erin('GET', PATH)).json()).toMatchObject({
      items: [{ id, decision: 'approved', decidedBy: 'Name of otto' }],
    });
    const audit = await ctx.db
      .selectFrom('auditEntry')
      .select(['actorKind', 'actorName'])
      .where('action', '=', 'exemption.decide')
      .execute();
    expect(audit).toEqual([{ actorKind: 'token', actorName: 'CI' }]);
    expect((await otto('POST', decide, { approve: false })).status).toBe(409);
  });
});
