import { expect, test } from 'vitest';
import { changeCampaign } from '#server/campaigns/change-campaign.ts';
import { moveCampaign } from '#server/campaigns/move-campaign.ts';
import { readCampaign } from '#server/campaigns/read-campaign.ts';
import { backlogContext, maintainers } from '#tests/support/build-backlog.ts';
import { plan, run } from '#tests/support/build-campaign.ts';
import { EDITOR, OTHER_EDITOR, OWNER } from '#tests/support/build-claims.ts';
import { makeSqlite, onBothDatabases } from '#tests/support/databases.ts';

const platform = 'payments';
const ofData = { scope: { criteria: ['INV-2.b'], capabilities: ['data'] } };

onBothDatabases('a campaign', (makeDb) => {
  test('ends by itself when evidence shows everything met, and draws how it went', async () => {
    const ctx = await backlogContext(await makeDb());
    await ctx.rescore('payments');
    const { id } = await run(ctx, ofData);
    const read = async () => readCampaign(ctx, { platform, id });
    expect((await read()).days).toEqual([{ day: '2026-11-22', reached: 0, of: 1 }]);
    ctx.setNow('2026-11-24T12:00:00.000Z');
    await ctx.rescore('payments');
    expect((await read()).campaign.state).toBe('running');
    await maintainers(ctx, 3);
    ctx.setNow('2026-11-25T12:00:00.000Z');
    await ctx.rescore('payments');
    const { campaign, days, forecast } = await read();
    expect(campaign).toMatchObject({ state: 'ended', endedBy: 'evidence', endedAt: '2026-11-25T12:00:00.000Z' });
    expect(campaign.progress).toMatchObject({ of: 1, reached: 1 });
    expect(days).toEqual([
      { day: '2026-11-22', reached: 0, of: 1 },
      { day: '2026-11-24', reached: 0, of: 1 },
      { day: '2026-11-25', reached: 1, of: 1 },
    ]);
    expect(forecast).toBeNull();
    const ended = await ctx.db.selectFrom('auditEntry').selectAll().where('actorKind', '=', 'system').execute();
    expect(ended.map(({ action, subject }) => [action, subject])).toContainEqual(['campaign.move', id]);
  });

  test('that is planned does not end by itself', async () => {
    const ctx = await backlogContext(await makeDb());
    const { id } = await plan(ctx, ofData);
    await maintainers(ctx, 3);
    await ctx.rescore('payments');
    expect((await readCampaign(ctx, { platform, id })).campaign).toMatchObject({ state: 'planned', endedBy: null });
  });

  test('of two people who change it, the later is told', async () => {
    const ctx = await backlogContext(await makeDb());
    const { id, version } = await plan(ctx);
    const both = await Promise.allSettled([
      moveCampaign(ctx.as(EDITOR), { platform, id, version, state: 'running' }),
      changeCampaign(ctx.as(OTHER_EDITOR), { platform, id, version, name: 'Three maintainers' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'CONFLICT' } });
    expect((await readCampaign(ctx, { platform, id })).campaign.version).toBe(2);
  });

  test('keeps a criterion that the rubric has no more, marked and out of the count', async () => {
    const ctx = await backlogContext(await makeDb());
    const { id } = await plan(ctx);
    await ctx.db
      .insertInto('campaignPlace')
      .values({ campaignId: id, criterion: 'OLD-2.a', capability: 'data' })
      .execute();
    const { campaign, places } = await readCampaign(ctx, { platform, id });
    expect(campaign.progress).toMatchObject({ of: 2, gone: 1 });
    expect(places).toContainEqual(expect.objectContaining({ criterion: 'OLD-2.a', title: null, standing: null }));
  });
});

test('somebody ends it early and takes it up again; what runs keeps its scope', async () => {
  const { db, remove } = await makeSqlite();
  const ctx = await backlogContext(db);
  const { id, version } = await run(ctx);
  const at = { platform, id };
  const scope = { criteria: ['INV-2.b'], capabilities: ['data'], cells: [] };
  await expect(changeCampaign(ctx, { ...at, version, scope })).rejects.toMatchObject({ code: 'CONFLICT' });
  await expect(moveCampaign(ctx.as(OWNER), { ...at, version, state: 'ended' })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
  await moveCampaign(ctx, { ...at, version, state: 'ended' });
  const ended = (await readCampaign(ctx, at)).campaign;
  expect(ended).toMatchObject({ state: 'ended', endedBy: 'person', rights: { change: false, moves: ['running'] } });
  await expect(changeCampaign(ctx, { ...at, version: ended.version, name: 'Later' })).rejects.toMatchObject({
    code: 'CONFLICT',
  });
  await moveCampaign(ctx, { ...at, version: ended.version, state: 'running' });
  expect((await readCampaign(ctx, at)).campaign).toMatchObject({ state: 'running', endedAt: null, endedBy: null });
  await remove();
});

test('a planned one takes another scope, other owners and another day', async () => {
  const { db, remove } = await makeSqlite();
  const ctx = await backlogContext(db);
  const { id, version } = await plan(ctx);
  const scope = { criteria: ['INV-2.b'], capabilities: ['apis'], cells: [] };
  const owners = [{ capability: 'apis', owner: { team: 'storage' } }];
  const changed = { platform, id, version, scope, owners, dueOn: '2027-01-31' };
  expect(await changeCampaign(ctx, changed)).toEqual({ id, version: 2 });
  const read = await readCampaign(ctx, { platform, id });
  expect(read.campaign.dueOn).toBe('2027-01-31');
  expect(read.owners).toMatchObject([{ capability: 'apis', owner: { key: 'storage' }, named: true }]);
  await remove();
});
