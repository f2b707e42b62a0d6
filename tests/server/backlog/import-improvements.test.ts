import { expect, test } from 'vitest';
import { exportBacklog } from '#server/backlog/export-backlog.ts';
import { importImprovements } from '#server/backlog/import-improvements.ts';
import { listBacklog } from '#server/backlog/list-backlog.ts';
import { previewImprovements } from '#server/backlog/preview-improvements.ts';
import { backlogContext, maintainers, ONE_STEP, propose } from '#tests/support/build-backlog.ts';
import { plan } from '#tests/support/build-campaign.ts';
import { OWNER, VIEWER } from '#tests/support/build-claims.ts';
import { makeSqlite, onBothDatabases } from '#tests/support/databases.ts';
import type { TestContext } from '#tests/support/test-context.ts';

const platform = 'payments';
const take = (ctx: TestContext, csv: string) => importImprovements(ctx, { platform, csv, fileName: 'plan.csv' });
const CSV = `external_key,title,criteria,capability,owner,due_on,effort_days,state,campaign,notes,sprint
PLT-1,Find a second maintainer,INV-2.b,data,storage,2026-12-31,8,planned,two maintainers,"one
line more",42
PLT-2,Write down who decides,INV-2.a INV-2.b@messaging,,otto@example.org,,,doing,,,
`;

onBothDatabases('a file of improvements', (makeDb) => {
  test('is taken in whole, each with its prediction, and the same file again changes nothing', async () => {
    const ctx = await backlogContext(await makeDb());
    await ctx.db.updateTable('user').set({ email: 'otto@example.org' }).where('id', '=', 'otto').execute();
    await ctx.db
      .insertInto('account')
      .values({
        ...{ id: 'otto', accountId: 'otto', providerId: 'credential', userId: 'otto', password: 'x' },
        ...{ createdAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-01-01T00:00:00.000Z' },
      })
      .execute();
    await ctx.rescore('payments');
    const campaign = await plan(ctx);
    expect(await previewImprovements(ctx, { platform, csv: CSV })).toMatchObject({ add: 2, change: 0, bad: 0 });
    expect(await take(ctx, CSV)).toEqual({ added: 2, changed: 0, same: 0 });
    const { items } = await listBacklog(ctx, { platform });
    const [first, second] = ['PLT-1', 'PLT-2'].map((key) => items.find(({ externalKey }) => externalKey === key));
    expect(first).toMatchObject({
      ...{ title: 'Find a second maintainer', state: 'planned', effortDays: 8, dueOn: '2026-12-31' },
      ...{ owner: { kind: 'team', key: 'storage' }, campaign: { id: campaign.id }, notes: 'one\nline more' },
      predicted: { value: ONE_STEP },
    });
    expect(second).toMatchObject({ state: 'doing', owner: { kind: 'person', key: 'otto' } });
    expect(second?.startedAt).not.toBeNull();
    expect(second?.criteria.map(({ criterion, capability }) => [criterion, capability])).toEqual([
      ['INV-2.a', null],
      ['INV-2.b', 'messaging'],
    ]);
    expect(await take(ctx, CSV)).toEqual({ added: 0, changed: 0, same: 2 });
    const entries = await ctx.db.selectFrom('auditEntry').select('action').where('action', 'like', '%i%').execute();
    const count = (action: string) => entries.filter((one) => one.action === action).length;
    expect([count('backlog.import'), count('improvement.create')]).toEqual([1, 2]);
  });

  test('changes what has its key already, leaves its state alone, and predicts anew where criteria change', async () => {
    const ctx = await backlogContext(await makeDb());
    await ctx.rescore('payments');
    await take(ctx, CSV.replace('otto@example.org', '').replace('two maintainers', ''));
    const changed = 'external_key,title,places,state\nPLT-1,Find two more maintainers,INV-2.b@messaging,doing\n';
    expect(await take(ctx, changed)).toEqual({ added: 0, changed: 1, same: 0 });
    const { items } = await listBacklog(ctx, { platform });
    const item = items.find(({ externalKey }) => externalKey === 'PLT-1');
    expect(item).toMatchObject({ title: 'Find two more maintainers', state: 'planned', version: 2, effortDays: 8 });
    expect(item?.criteria.map(({ capability }) => capability)).toEqual(['messaging']);
    expect(item?.predicted?.value).not.toBe(ONE_STEP);
  });

  test('criteria that stay keep the state that they are measured from, and may be gone from the platform', async () => {
    const ctx = await backlogContext(await makeDb());
    await ctx.rescore('payments');
    await take(
      ctx,
      'external_key,title,places,state\nPLT-1,Find a second maintainer,INV-2.b@data INV-2.b@apis,doing\n',
    );
    await ctx.db.updateTable('capability').set({ state: 'archived' }).where('key', '=', 'apis').execute();
    // the work is done before somebody names more of it in the file
    ctx.setNow('2026-11-23T09:00:00.000Z');
    await maintainers(ctx, 2);
    await ctx.rescore('payments');
    const more = 'external_key,places\nPLT-1,INV-2.b@data INV-2.b@apis INV-2.b@messaging\n';
    expect(await take(ctx, more)).toEqual({ added: 0, changed: 1, same: 0 });
    const rows = await ctx.db.selectFrom('improvementCriterion').selectAll().orderBy('capability').execute();
    expect(rows.map(({ capability, stateBefore }) => [capability, stateBefore])).toEqual([
      ['apis', 'unknown'],
      ['data', 'not_met'],
      ['messaging', 'unknown'],
    ]);
    const archived = 'external_key,title,places\nPLT-2,Somewhere else,INV-2.b@apis\n';
    await expect(take(ctx, archived)).rejects.toThrow('There is no capability "apis".');
  });

  test('of several imports of one file at once one adds, and the others are told or find it there', async () => {
    const ctx = await backlogContext(await makeDb());
    await ctx.rescore('payments');
    const csv = 'external_key,title,criteria,capability\nPLT-1,Find a second maintainer,INV-2.b,data\n';
    const all = await Promise.allSettled([1, 2, 3].map(() => take(ctx, csv)));
    const refused = all.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    for (const reason of refused) expect(reason).toMatchObject({ code: 'CONFLICT' });
    const { items } = await listBacklog(ctx, { platform });
    expect(items.map(({ externalKey, version }) => [externalKey, version])).toEqual([['PLT-1', 1]]);
  });

  test('one improvement under two names, and a place that is none, are refused', async () => {
    const ctx = await backlogContext(await makeDb());
    await ctx.rescore('payments');
    await take(ctx, 'external_key,title,places\nPLT-1,Find a second maintainer,INV-2.b@data\n');
    const { items } = await listBacklog(ctx, { platform });
    const twice = `external_key,title\nPLT-1,One title\n${items[0]?.id},Another title\n`;
    await expect(take(ctx, twice)).rejects.toThrow('row 3, external_key: This is what row 2 calls “PLT-1”.');
    const odd = 'external_key,title,places\nPLT-2,Somewhere else,INV-2.b@data@apis\n';
    await expect(take(ctx, odd)).rejects.toThrow('There is no capability "data@apis".');
  });

  test('where one row is wrong nothing is taken in, and each is told why', async () => {
    const ctx = await backlogContext(await makeDb());
    const csv = [
      'external_key,title,criteria,capability,owner,due_on,effort_days,state',
      'A-1,Good,INV-2.b,data,,,,',
      'A-1,The same key again,INV-2.b,data,,,,',
      'A-2,No such criterion,INV-9.z,data,,,,',
      'A-3,No capability,INV-2.b,,,,,',
      'A-4,Nobody,INV-2.b,data,nobody@example.org,31.12.2026,minus one,verified',
      ',No key,INV-2.b,data,,,,',
      'A-6,=SUM(A1),INV-2.b,data,,,,',
    ].join('\n');
    const { problems, bad, add } = await previewImprovements(ctx, { platform, csv });
    expect({ bad, add }).toEqual({ bad: 6, add: 1 });
    expect(problems.map(({ row, column }) => `${row} ${column}`)).toEqual([
      ...['3 external_key', '4 criteria', '5 criteria', '6 owner', '6 effort_days', '6 state', '6 due_on'],
      ...['7 external_key', '8 title'],
    ]);
    await expect(take(ctx, csv)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    expect((await listBacklog(ctx, { platform })).items).toEqual([]);
  });
});

test('an exported backlog comes back as it is, and finds what has no key of its own by its id', async () => {
  const { db, remove } = await makeSqlite();
  const ctx = await backlogContext(db);
  await propose(ctx, { title: '-1 step to take', owner: { team: 'storage' }, notes: '=1+1' });
  await ctx.db.updateTable('improvement').set({ state: 'verified' }).execute();
  const csv = await (await exportBacklog(ctx, { platform })).text();
  expect(csv).toContain("'-1 step to take");
  expect(await take(ctx, csv)).toEqual({ added: 0, changed: 0, same: 1 });
  await remove();
});

test('only those who plan everything bring in a file', async () => {
  const { db, remove } = await makeSqlite();
  const ctx = await backlogContext(db);
  for (const actor of [OWNER, VIEWER]) {
    await expect(take(ctx.as(actor), CSV)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(previewImprovements(ctx.as(actor), { platform, csv: CSV })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  }
  await remove();
});
