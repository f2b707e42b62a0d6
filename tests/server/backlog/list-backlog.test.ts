import { expect, test } from 'vitest';
import { exportBacklog } from '#server/backlog/export-backlog.ts';
import { listBacklog } from '#server/backlog/list-backlog.ts';
import { listChoices } from '#server/backlog/list-choices.ts';
import { previewEffect } from '#server/backlog/preview-effect.ts';
import { backlogContext, MAINTAINERS, ONE_STEP, propose } from '#tests/support/build-backlog.ts';
import { OWNER, VIEWER } from '#tests/support/build-claims.ts';
import { makeSqlite, onBothDatabases } from '#tests/support/databases.ts';

onBothDatabases('the backlog', (makeDb) => {
  test('shows each improvement with its criteria as they stand, and to whom it belongs', async () => {
    const ctx = await backlogContext(await makeDb());
    expect((await listBacklog(ctx, { platform: 'payments' })).items).toEqual([]);
    await propose(ctx);
    await propose(ctx, { title: 'For all', criteria: [{ criterion: 'INV-2.e', capability: null }] });
    await propose(ctx, { title: 'Elsewhere', criteria: [{ criterion: 'INV-2.b', capability: 'messaging' }] });
    const all = await listBacklog(ctx.as(VIEWER), { platform: 'payments' });
    expect(all.mayPropose).toBe(false);
    expect(all.items.map(({ title, rights }) => [title, rights.change])).toEqual([
      ['Find a second maintainer', false],
      ['For all', false],
      ['Elsewhere', false],
    ]);
    expect(all.items[0]?.criteria).toMatchObject([
      {
        ...MAINTAINERS,
        capabilityName: 'Data services',
        aspect: 'investment',
        level: 2,
        state: 'not_met',
        standing: 'missed',
      },
    ]);
    const mine = await listBacklog(ctx.as(OWNER), { platform: 'payments', capability: 'data' });
    expect(mine.items.map(({ title, rights }) => [title, rights.change])).toEqual([
      ['Find a second maintainer', true],
      ['For all', false],
    ]);
  });

  test('as a CSV file runs no formula and names effects in points', async () => {
    const ctx = await backlogContext(await makeDb());
    await propose(ctx, { title: '=HYPERLINK("https://example.org")', notes: 'One, two\nthree' });
    const response = await exportBacklog(ctx.as(VIEWER), { platform: 'payments' });
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="payments-backlog.csv"');
    const text = await response.text();
    expect(text).toContain('"\'=HYPERLINK(""https://example.org"")",proposed,,,10,INV-2.b,data,0.78,');
    expect(text.split('\r\n')).toHaveLength(3);
  });
});

test('what a change would bring is known before it is kept', async () => {
  const { db, remove } = await makeSqlite();
  const ctx = await backlogContext(db);
  const asked = { platform: 'payments', criteria: [MAINTAINERS] };
  expect(await previewEffect(ctx.as(OWNER), asked)).toMatchObject({ predicted: { value: ONE_STEP }, effortDays: 10 });
  await expect(previewEffect(ctx.as(VIEWER), asked)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await db.deleteFrom('currentScorecard').execute();
  expect(await previewEffect(ctx, asked)).toMatchObject({ predicted: null });
  expect(await db.selectFrom('improvement').selectAll().execute()).toEqual([]);
  await remove();
});

test('one chooses from the criteria that are not met, and from people who work here', async () => {
  const { db, remove } = await makeSqlite();
  const ctx = await backlogContext(db);
  await db.deleteFrom('roleGrant').where('userId', '=', 'vera').execute();
  await db.updateTable('user').set({ deactivatedAt: '2026-11-01T00:00:00.000Z' }).where('id', '=', 'otto').execute();
  const choices = await listChoices(ctx.as(OWNER), { platform: 'payments' });
  expect(choices.people).toEqual([
    { id: 'erin', name: 'Name of erin' },
    { id: 'olga', name: 'Name of olga' },
  ]);
  expect(choices.teams).toEqual([{ key: 'storage', name: 'Storage' }]);
  const of = (criterion: string) => choices.criteria.find((one) => one.criterion === criterion);
  expect(of('INV-2.b')).toMatchObject({ level: 2, aspect: 'investment', role: 'required' });
  expect(of('INV-2.b')?.places).toContainEqual({ capability: 'data', standing: 'missed' });
  // attested for data, and for the whole platform
  expect(of('INV-2.c')?.places.map(({ capability }) => capability)).not.toContain('data');
  expect(of('INV-2.a')).toBeUndefined();
  expect(of('INV-2.e')?.places).toEqual([{ capability: null, standing: 'open' }]);
  await expect(listChoices(ctx.as(VIEWER), { platform: 'payments' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await remove();
});
