import { expect, test } from 'vitest';
import { listCapabilities } from '#server/catalogue/list-capabilities.ts';
import { saveCapability } from '#server/catalogue/save-capability.ts';
import { saveTeam } from '#server/catalogue/save-team.ts';
import { createTestPlatform } from '#tests/support/build-catalogue.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { testContext } from '#tests/support/test-context.ts';

const platform = 'payments';
const DEVEX = { key: 'devex', name: 'DevEx', parent: null, contact: null, archived: false };

onBothDatabases('a capability', (makeDb) => {
  async function start() {
    const db = await makeDb();
    const id = await createTestPlatform(db);
    return { db, id, ctx: testContext(db) };
  }

  test('of the rubric is added by its key alone, with what the rubric says of it', async () => {
    const { ctx } = await start();
    await expect(saveCapability(ctx, { platform, key: 'messaging' })).resolves.toEqual({
      key: 'messaging',
      added: true,
    });
    const added = (await listCapabilities(ctx, { platform })).at(-1);
    expect(added).toMatchObject({ key: 'messaging', state: 'offered', weight: 1, ownerTeam: null });
    expect(added?.description).not.toBe('');
  });

  test('of one’s own needs a name', async () => {
    const { ctx } = await start();
    await expect(saveCapability(ctx, { platform, key: 'quantum' })).rejects.toThrow('needs a name');
    await saveCapability(ctx, { platform, key: 'quantum', name: 'Quantum' });
    expect((await listCapabilities(ctx, { platform })).map(({ key }) => key)).toEqual([
      'observability',
      'security',
      'quantum',
    ]);
  });

  test('keeps what a change does not name', async () => {
    const { ctx } = await start();
    await saveTeam(ctx, DEVEX);
    await saveCapability(ctx, { platform, key: 'observability', ownerTeam: 'devex', weight: 2, provider: 'Grafana' });
    await saveCapability(ctx, { platform, key: 'observability', name: 'Telemetry', mandatory: true });
    const [changed] = await listCapabilities(ctx, { platform });
    expect(changed).toMatchObject({
      name: 'Telemetry',
      mandatory: true,
      ownerTeam: 'devex',
      weight: 2,
      provider: 'Grafana',
    });
  });

  test('is dropped by archiving, and its row stays', async () => {
    const { ctx } = await start();
    await saveCapability(ctx, { platform, key: 'observability', state: 'archived' });
    expect(await listCapabilities(ctx, { platform })).toMatchObject([{ state: 'archived' }, { state: 'offered' }]);
  });

  test('is owned by a team that exists and is not archived', async () => {
    const { ctx } = await start();
    const own = () => saveCapability(ctx, { platform, key: 'observability', ownerTeam: 'devex' });
    await expect(own()).rejects.toThrow('There is no team "devex".');
    await saveTeam(ctx, { ...DEVEX, archived: true });
    await expect(own()).rejects.toThrow('DevEx is archived. Choose another team as owner.');
  });

  test('may keep an owner who was archived while something else of it changes', async () => {
    const { ctx } = await start();
    await saveTeam(ctx, DEVEX);
    await saveCapability(ctx, { platform, key: 'observability', ownerTeam: 'devex' });
    await saveTeam(ctx, { ...DEVEX, archived: true });
    await saveCapability(ctx, { platform, key: 'observability', ownerTeam: 'devex', weight: 2 });
    expect(await listCapabilities(ctx, { platform })).toMatchObject([{ ownerTeam: 'devex', weight: 2 }, {}]);
  });

  test('that changes has its platform scored anew and is written down', async () => {
    const { db, id, ctx } = await start();
    await saveCapability(ctx, { platform, key: 'observability', weight: 3 });
    expect(ctx.rescored).toEqual([id]);
    const entry = await db
      .selectFrom('auditEntry')
      .selectAll()
      .where('action', '=', 'capability.change')
      .executeTakeFirstOrThrow();
    expect(JSON.parse(entry.detail)).toEqual({ weight: 3 });
  });
});
