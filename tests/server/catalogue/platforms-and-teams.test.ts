import { expect, test } from 'vitest';
import { createPlatformInput } from '#server/catalogue/create-platform.ts';
import { findPlatform } from '#server/catalogue/find-platform.ts';
import { listPlatforms } from '#server/catalogue/list-platforms.ts';
import { listTeams } from '#server/catalogue/list-teams.ts';
import { saveTeam } from '#server/catalogue/save-team.ts';
import { updatePlatform } from '#server/catalogue/update-platform.ts';
import { createTestPlatform } from '#tests/support/build-catalogue.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { person, testContext, token } from '#tests/support/test-context.ts';

const team = (key: string, parent: string | null = null) => ({
  key,
  name: key,
  parent,
  contact: null,
  archived: false,
});

onBothDatabases('platforms', (makeDb) => {
  test('are listed to those who may see them, with what they may do there', async () => {
    const db = await makeDb();
    const payments = await createTestPlatform(db, 'payments');
    await createTestPlatform(db, 'retail');
    const ctx = testContext(db);
    const seen = async (actor: Parameters<typeof ctx.as>[0]) =>
      (await listPlatforms(ctx.as(actor))).map(({ key, role }) => `${key} ${role}`);
    expect(await seen(person('admin'))).toEqual(['payments admin', 'retail admin']);
    expect(await seen(person('viewer', { platformId: payments }))).toEqual(['payments viewer']);
    expect(await seen(token(['read'], payments))).toEqual(['payments null']);
    await expect(seen({ kind: 'anonymous' })).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
  });

  test('have keys of their own', async () => {
    const db = await makeDb();
    await createTestPlatform(db, 'payments');
    await expect(createTestPlatform(db, 'payments')).rejects.toThrow('already');
  });

  test('are renamed, and keep their key', async () => {
    const db = await makeDb();
    await createTestPlatform(db, 'payments');
    const ctx = testContext(db);
    await updatePlatform(ctx, { platform: 'payments', name: 'Pay', timeZone: 'Asia/Tokyo', fiscalYearStartMonth: 4 });
    await expect(findPlatform(ctx, 'payments')).resolves.toMatchObject({ name: 'Pay', timeZone: 'Asia/Tokyo' });
  });

  test('that do not exist say so only to those who are signed in', async () => {
    const db = await makeDb();
    await expect(findPlatform(testContext(db), 'nowhere')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const anonymous = testContext(db, { kind: 'anonymous' });
    await expect(findPlatform(anonymous, 'nowhere')).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
  });
});

onBothDatabases('teams', (makeDb) => {
  test('are added, changed and archived', async () => {
    const ctx = testContext(await makeDb());
    await expect(saveTeam(ctx, team('devex'))).resolves.toEqual({ key: 'devex', added: true });
    const change = { ...team('devex'), name: 'DevEx', contact: '#devex', archived: true };
    await expect(saveTeam(ctx, change)).resolves.toEqual({ key: 'devex', added: false });
    await expect(listTeams(ctx)).resolves.toEqual([
      { key: 'devex', name: 'DevEx', parent: null, contact: '#devex', archived: true },
    ]);
  });

  test('do not belong to themselves, along any way', async () => {
    const ctx = testContext(await makeDb());
    await saveTeam(ctx, team('a'));
    await saveTeam(ctx, team('b', 'a'));
    await saveTeam(ctx, team('c', 'b'));
    await expect(saveTeam(ctx, team('a', 'c'))).rejects.toThrow('cannot belong to itself');
    await expect(saveTeam(ctx, team('a', 'a'))).rejects.toThrow('cannot belong to itself');
    await expect(saveTeam(ctx, team('d', 'nobody'))).rejects.toThrow('There is no team "nobody".');
  });

  test('are changed by editors, not by viewers', async () => {
    const ctx = testContext(await makeDb());
    await saveTeam(ctx.as(person('editor')), team('devex'));
    await expect(saveTeam(ctx.as(person('viewer')), team('devex'))).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

test.each([
  [{ key: 'Payments' }, 'Write a key'],
  [{ key: 'a--b' }, 'Write a key'],
  [{ timeZone: 'Mars/Olympus' }, 'Write a time zone'],
  [{ fiscalYearStartMonth: 13 }, 'expected number to be <=12'],
  [{ name: '   ' }, 'Write a name'],
  [{ name: 'two\nlines' }, 'without control characters'],
  [{ name: 'nothing\0' }, 'without control characters'],
  [{ capabilities: [] }, 'Choose at least one capability'],
])('a new platform with %o is refused', (part, message) => {
  const good = {
    key: 'payments',
    name: 'Payments',
    timeZone: 'UTC',
    fiscalYearStartMonth: 1,
    capabilities: ['security'],
  };
  expect(createPlatformInput.safeParse(good).success).toBe(true);
  expect(createPlatformInput.safeParse({ ...good, ...part }).error?.message).toContain(message);
});
