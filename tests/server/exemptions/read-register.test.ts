import { expect, test } from 'vitest';
import type { Context } from '#server/context.ts';
import { decideExemption } from '#server/exemptions/decide-exemption.ts';
import { exportRegister } from '#server/exemptions/export-register.ts';
import { readRegister } from '#server/exemptions/read-register.ts';
import { requestExemption } from '#server/exemptions/request-exemption.ts';
import { backlogContext, MAINTAINERS, ONE_STEP } from '#tests/support/build-backlog.ts';
import { OTHER_EDITOR, OWNER, VIEWER } from '#tests/support/build-claims.ts';
import { onBothDatabases } from '#tests/support/databases.ts';

const reason = 'The second person starts in spring.';
const ask = (ctx: Context, given: object = {}) =>
  requestExemption(ctx, {
    ...{ platform: 'payments', kind: 'exemption' as const, ...MAINTAINERS, reason, expiresOn: '2026-12-31' },
    ...given,
  });

onBothDatabases('the register of exemptions', (makeDb) => {
  test('tells what waits, what is in force and what is past, and how much rests on it', async () => {
    const ctx = await backlogContext(await makeDb());
    const first = await ask(ctx.as(OWNER), { capability: 'messaging', expiresOn: '2026-11-23' }).catch(() => null);
    // messaging belongs to nobody: an owner may not speak for it
    expect(first).toBeNull();
    const short = await ask(ctx, { capability: 'messaging', expiresOn: '2026-11-23' });
    const long = await ask(ctx.as(OWNER));
    const never = await ask(ctx, {
      kind: 'not_applicable',
      criterion: 'INV-2.e',
      capability: null,
      expiresOn: undefined,
    });
    for (const { id } of [short, long, never]) await decideExemption(ctx.as(OTHER_EDITOR), { id, approve: true });
    const declined = await ask(ctx, { capability: 'apis' });
    await decideExemption(ctx.as(OTHER_EDITOR), { id: declined.id, approve: false, note: 'Not yet.' });
    const lapsed = await ask(ctx, { capability: 'apis', expiresOn: '2026-11-24' });
    ctx.setNow('2026-11-25T12:00:00.000Z');
    await ctx.rescore('payments');
    const waiting = await ask(ctx, { capability: 'apis' });
    const { items, percent } = await readRegister(ctx.as(VIEWER), { platform: 'payments' });
    expect(items.map(({ id, state }) => [id, state])).toEqual([
      [waiting.id, 'awaiting'],
      [long.id, 'in_force'],
      [never.id, 'in_force'],
      ...items.slice(3).map(({ id, state }) => [id, state]),
    ]);
    expect(new Map(items.slice(3).map(({ id, state }) => [id, state]))).toEqual(
      new Map([
        [short.id, 'over'],
        [declined.id, 'declined'],
        [lapsed.id, 'lapsed'],
      ]),
    );
    // the exempt maintainer lifts Investment of `data` from 1 to 2; what is not applicable lifts nothing
    expect(percent).toBe(ONE_STEP);
    expect(items[1]).toMatchObject({
      ...{ weight: { cells: 1, lifted: 1, percent: ONE_STEP }, requestedBy: 'Name of olga', decidedBy: 'Name of otto' },
      ...{ capabilityName: 'Data services', reason, mayDecide: false, mayWithdraw: false },
    });
    // INV-2.e is about the platform and has a copy in all 13 cells of Investment; what leaves the sums lifts nothing
    expect(items[2]).toMatchObject({
      kind: 'not_applicable',
      expiresAt: null,
      weight: { cells: 13, lifted: 0, percent: null },
    });
    expect(items.find(({ id }) => id === declined.id)).toMatchObject({ decisionNote: 'Not yet.', weight: null });
  });

  test('tells how much of each level rests on exemptions, which cells would fall, and when', async () => {
    const ctx = await backlogContext(await makeDb());
    const { id } = await ask(ctx.as(OWNER));
    await decideExemption(ctx.as(OTHER_EDITOR), { id, approve: true });
    await ctx.rescore('payments');
    const { levels, resting } = await readRegister(ctx, { platform: 'payments' });
    // Investment of `data` stands at 2, and at 1 without the exemption of its second maintainer
    expect(levels[1]).toEqual({ level: 2, cells: 1, resting: 1 });
    expect(levels[2]).toEqual({ level: 3, cells: 0, resting: 0 });
    expect(resting).toEqual([
      {
        ...{ capability: 'data', capabilityName: 'Data services', aspect: 'investment', level: 2, without: 1 },
        ...{ criteria: ['INV-2.b'], fallsAt: '2026-12-31T23:59:59.999Z' },
      },
    ]);
    const csv = await (await exportRegister(ctx, { platform: 'payments' })).text();
    const [head = '', row = ''] = csv.split('\r\n');
    expect(head.split(',')).toHaveLength(17);
    expect(row).toContain(`,exemption,in_force,INV-2.b,`);
    expect(row.split(',').slice(-4)).toEqual([
      '2026-12-31T23:59:59.999Z',
      '1',
      '1',
      String(Math.round(ONE_STEP * 1e4) / 100),
    ]);
  });

  test('offers each only what they may do', async () => {
    const ctx = await backlogContext(await makeDb());
    await ask(ctx.as(OWNER));
    const seen = async (as: Parameters<typeof ctx.as>[0]) => {
      const { items, mayAsk } = await readRegister(ctx.as(as), { platform: 'payments' });
      return [mayAsk, items[0]?.mayDecide, items[0]?.mayWithdraw];
    };
    expect(await seen(VIEWER)).toEqual([false, false, false]);
    expect(await seen(OWNER)).toEqual([true, false, true]);
    expect(await seen(OTHER_EDITOR)).toEqual([true, true, true]);
  });
});
