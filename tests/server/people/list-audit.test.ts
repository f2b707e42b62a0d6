import { expect, test } from 'vitest';
import { listAudit } from '#server/people/list-audit.ts';
import { recordAudit } from '#server/people/record-audit.ts';
import { createTestPlatform } from '#tests/support/build-catalogue.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { person, testContext } from '#tests/support/test-context.ts';

onBothDatabases('the audit log', (makeDb) => {
  async function start() {
    const db = await makeDb();
    const platformId = await createTestPlatform(db);
    const ctx = testContext(db);
    for (let n = 0; n < 5; n += 1) {
      // two entries share each time, so that paging must not rest on time alone
      ctx.setNow(`2026-11-2${3 + Math.floor(n / 2)}T08:00:00.000Z`);
      await recordAudit(db, ctx, {
        action: `thing.change-${n}`,
        platformId: n === 4 ? null : platformId,
        subject: `s${n}`,
      });
    }
    return { ctx, platformId };
  }

  test('is paged newest first, with every entry once', async () => {
    const { ctx } = await start();
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listAudit(ctx, { platform: null, limit: 2, cursor });
      seen.push(...page.items.map(({ action }) => action));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toHaveLength(6);
    expect(new Set(seen).size).toBe(6);
    expect(seen[0]).toBe('thing.change-4');
    expect(seen.at(-1)).toBe('platform.create');
  });

  test('is filtered by platform, action and days', async () => {
    const { ctx } = await start();
    const actions = async (filter: object) =>
      (await listAudit(ctx, { platform: null, limit: 50, ...filter })).items.map(({ action }) => action).sort();
    expect(await actions({ platform: 'payments', action: 'thing' })).toHaveLength(4);
    expect(await actions({ from: '2026-11-24', to: '2026-11-24' })).toEqual(['thing.change-2', 'thing.change-3']);
    expect(await actions({ action: 'platform.' })).toEqual(['platform.create']);
  });

  test('is read by administrators: of a platform there, of the deployment everywhere', async () => {
    const { ctx, platformId } = await start();
    const local = ctx.as(person('admin', { platformId }));
    await expect(listAudit(local, { platform: 'payments', limit: 50 })).resolves.toBeDefined();
    await expect(listAudit(local, { platform: null, limit: 50 })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const editor = ctx.as(person('editor'));
    await expect(listAudit(editor, { platform: 'payments', limit: 50 })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  test('refuses a cursor that it did not make', async () => {
    const { ctx } = await start();
    const page = listAudit(ctx, { platform: null, limit: 2, cursor: 'garbage' });
    await expect(page).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });
});
