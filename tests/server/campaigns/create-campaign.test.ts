import { expect, test } from 'vitest';
import { moveCampaign } from '#server/campaigns/move-campaign.ts';
import { readCampaign } from '#server/campaigns/read-campaign.ts';
import { backlogContext } from '#tests/support/build-backlog.ts';
import { plan } from '#tests/support/build-campaign.ts';
import { OWNER, VIEWER } from '#tests/support/build-claims.ts';
import { makeSqlite, onBothDatabases } from '#tests/support/databases.ts';
import { pack } from '#tests/support/seed-platform.ts';

const platform = 'payments';

onBothDatabases('planning a campaign', (makeDb) => {
  test('is refused where a hundred have not ended, until one of them has', async () => {
    const ctx = await backlogContext(await makeDb());
    const { id, version } = await plan(ctx);
    const row = await ctx.db.selectFrom('campaign').selectAll().executeTakeFirstOrThrow();
    const others = Array.from({ length: 99 }, (_, i) => ({ ...row, id: `campaign-${i}` }));
    await ctx.db.insertInto('campaign').values(others).execute();
    await expect(plan(ctx)).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('100') });
    await moveCampaign(ctx, { platform, id, version, state: 'ended' });
    await expect(plan(ctx)).resolves.toMatchObject({ state: 'planned' });
  });

  test('is kept with its places, its owners and an audit entry', async () => {
    const ctx = await backlogContext(await makeDb());
    const owners = [{ capability: 'messaging', owner: { person: 'otto' } }];
    const { id, state, places } = await plan(ctx, { owners });
    expect({ state, places }).toEqual({ state: 'planned', places: 2 });
    const read = await readCampaign(ctx, { platform, id });
    expect(read.campaign).toMatchObject({ name: 'Two maintainers', dueOn: '2026-12-31', late: false, version: 1 });
    // of `data` one maintainer is known, of `messaging` nothing
    expect(read.campaign.progress).toEqual({ of: 2, reached: 0, missed: 1, open: 1, outside: 0, gone: 0 });
    expect(read.owners).toMatchObject([
      { capability: 'data', owner: { kind: 'team', key: 'storage' }, named: false },
      { capability: 'messaging', owner: { kind: 'person', key: 'otto' }, named: true },
    ]);
    expect(read.places.map(({ criterion, capability, standing }) => [criterion, capability, standing])).toEqual([
      ['INV-2.b', 'data', 'missed'],
      ['INV-2.b', 'messaging', 'open'],
    ]);
    const entry = await ctx.db.selectFrom('auditEntry').selectAll().where('action', '=', 'campaign.create').execute();
    expect(entry).toMatchObject([{ subject: id, platformId: 'payments', actorId: 'erin' }]);
  });

  test('of all capabilities takes every one that is offered, and the platform once', async () => {
    const ctx = await backlogContext(await makeDb());
    await ctx.db.updateTable('capability').set({ state: 'not_offered' }).where('key', '=', 'messaging').execute();
    const { places } = await plan(ctx, { scope: { criteria: ['INV-2.a', 'INV-2.b'] } });
    // 12 offered capabilities and the platform
    expect(places).toBe(13);
  });

  test('of a cell takes what stands between it and its target', async () => {
    const ctx = await backlogContext(await makeDb());
    await ctx.rescore('payments');
    const { id } = await plan(ctx, { scope: { cells: [{ capability: 'data', aspect: 'investment' }] } });
    const { places } = await readCampaign(ctx, { platform, id });
    expect(places).not.toEqual([]);
    // the target is 3
    expect(places.filter(({ level }) => (level ?? 9) > 3)).toEqual([]);
    expect(places).toContainEqual(
      expect.objectContaining({ criterion: 'INV-2.b', capability: 'data', standing: 'missed' }),
    );
    expect(places).toContainEqual(
      expect.objectContaining({ criterion: 'INV-2.a', capability: null, standing: 'reached' }),
    );
  });
});

test('of a cell whose target asks nothing takes what the next level asks, for that leads there', async () => {
  const { db, remove } = await makeSqlite();
  const ctx = await backlogContext(db);
  // nothing of level 2 applies to Investment in data any more, whose target is 2
  const asked = pack.criteria.filter(({ aspect, level }) => aspect === 'investment' && level === 2);
  const decided = {
    kind: 'not_applicable' as const,
    decision: 'approved' as const,
    selfApproved: 0,
    reason: 'Of a test.',
  };
  for (const { id, scope } of asked) {
    await db
      .insertInto('exemption')
      .values({
        ...{ id, platformId: 'payments', criterion: id, capability: scope === 'platform' ? null : 'data', ...decided },
        ...{ requestedBy: 'olga', requestedAt: '2026-11-01T00:00:00.000Z', expiresAt: null, decisionNote: null },
        ...{ decidedBy: 'erin', decidedAt: '2026-11-02T00:00:00.000Z', approvedUntil: null },
      })
      .execute();
  }
  await db
    .insertInto('target')
    .values({ platformId: 'payments', capability: 'data', aspect: 'investment', level: 2 })
    .execute();
  await ctx.rescore('payments');
  const { id } = await plan(ctx, { scope: { cells: [{ capability: 'data', aspect: 'investment' }] } });
  const { places } = await readCampaign(ctx, { platform, id });
  // of level 3: the target asks for none of its own
  expect(places.map(({ criterion }) => criterion)).toEqual(expect.arrayContaining(['INV-3.a', 'INV-3.b', 'INV-3.c']));
  await remove();
});

test('what the rubric or the platform does not have is refused', async () => {
  const { db, remove } = await makeSqlite();
  const ctx = await backlogContext(db);
  const refused = (given: Record<string, unknown>) => expect(plan(ctx, given)).rejects;
  await refused({ scope: { criteria: ['INV-9.z'] } }).toMatchObject({ code: 'NOT_FOUND' });
  await refused({ scope: { criteria: ['INV-2.b'], capabilities: ['nothing'] } }).toMatchObject({ code: 'NOT_FOUND' });
  await refused({ scope: { cells: [{ capability: 'data', aspect: 'nothing' }] } }).toMatchObject({ code: 'NOT_FOUND' });
  await refused({ owners: [{ capability: 'apis', owner: { person: 'otto' } }] }).toMatchObject({ code: 'BAD_REQUEST' });
  await remove();
});

test('owners plan campaigns for the capabilities of their teams alone', async () => {
  const { db, remove } = await makeSqlite();
  const ctx = await backlogContext(db);
  await expect(plan(ctx.as(OWNER))).rejects.toMatchObject({ code: 'FORBIDDEN' });
  const own = await plan(ctx.as(OWNER), { scope: { criteria: ['INV-2.b'], capabilities: ['data'] } });
  expect(own).toMatchObject({ state: 'planned', places: 1 });
  await expect(plan(ctx.as(VIEWER))).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await remove();
});
