import { expect, test } from 'vitest';
import { moveCampaign } from '#server/campaigns/move-campaign.ts';
import { savePreference } from '#server/notices/save-preference.ts';
import { backlogContext } from '#tests/support/build-backlog.ts';
import { plan, run } from '#tests/support/build-campaign.ts';
import { EDITOR, OWNER } from '#tests/support/build-claims.ts';
import { find } from '#tests/support/build-notices.ts';
import { onBothDatabases } from '#tests/support/databases.ts';

onBothDatabases('the notice of campaigns that are due', (makeDb) => {
  test('goes to who planned it and who sees to it, two weeks and three days ahead, and once it is overdue', async () => {
    const ctx = await backlogContext(await makeDb());
    await ctx.rescore('payments');
    const owners = [{ capability: 'messaging', owner: { person: 'otto' } }];
    // `data` belongs to Storage, for which olga speaks
    const { id, version } = await run(ctx.as(EDITOR), { owners });
    expect(await find(ctx, 'campaign-due')).toEqual([]);
    ctx.setNow('2026-12-18T12:00:00.000Z');
    expect(await find(ctx, 'campaign-due')).toMatchObject([
      { subject: id, occasion: '14-days', to: ['erin', 'olga', 'otto'] },
    ]);
    ctx.setNow('2026-12-30T12:00:00.000Z');
    expect(await find(ctx, 'campaign-due')).toMatchObject([{ occasion: '3-days' }]);
    ctx.setNow('2027-01-02T12:00:00.000Z');
    expect(await find(ctx, 'campaign-due')).toMatchObject([
      { occasion: 'overdue', line: { detail: expect.stringContaining('was due on December 31, 2026') } },
    ]);
    ctx.setNow('2027-01-12T12:00:00.000Z');
    expect(await find(ctx, 'campaign-due')).toEqual([]);
    ctx.setNow('2027-01-02T12:00:00.000Z');
    await moveCampaign(ctx.as(EDITOR), { platform: 'payments', id, version, state: 'ended' });
    expect(await find(ctx, 'campaign-due')).toEqual([]);
  });

  test('does not tell of one that is only planned, nor whoever switched it off', async () => {
    const ctx = await backlogContext(await makeDb());
    await ctx.rescore('payments');
    await plan(ctx.as(EDITOR));
    ctx.setNow('2026-12-18T12:00:00.000Z');
    expect(await find(ctx, 'campaign-due')).toEqual([]);
    await run(ctx.as(EDITOR), { name: 'Another one' });
    await savePreference(ctx.as(OWNER), { kind: 'campaign-due', wanted: false });
    const [finding] = await find(ctx, 'campaign-due');
    expect(finding?.to).toEqual(['erin']);
  });
});
