import { expect, test } from 'vitest';
import { readFrame } from '#server/overview/read-frame.ts';
import { readStart } from '#server/overview/read-start.ts';
import { insertPlatformWithCapabilities } from '#tests/support/build-evidence.ts';
import { ADMIN, insertTestPerson } from '#tests/support/build-people.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { person, testContext } from '#tests/support/test-context.ts';

onBothDatabases('the bare address', (makeDb) => {
  test('leads to the set-up link while nobody has an account, and to the sign-in after that', async () => {
    const db = await makeDb();
    const visitor = testContext(db, { kind: 'anonymous' });
    expect(await readStart(visitor)).toEqual({ state: 'nobody' });
    await insertTestPerson(db, { grants: [ADMIN] });
    expect(await readStart(visitor)).toEqual({ state: 'signed-out' });
  });

  test('leads whoever is signed in to a platform they may see, or says that there is none', async () => {
    const db = await makeDb();
    await insertPlatformWithCapabilities(db, 'payments');
    expect(await readStart(testContext(db, person('viewer')))).toMatchObject({
      state: 'platform',
      platform: 'payments',
    });
    const stranger = person('viewer', { platformId: 'other' });
    expect(await readStart(testContext(db, stranger))).toEqual({ state: 'no-platform' });
  });

  test('the frame names the person and only the platforms they may see', async () => {
    const db = await makeDb();
    await insertPlatformWithCapabilities(db, 'payments');
    const frame = await readFrame(testContext(db, person('viewer', { platformId: 'payments' })));
    expect(frame).toMatchObject({
      person: { name: 'viewer viewer-1' },
      platforms: [{ key: 'payments', role: 'viewer' }],
    });
    expect((await readFrame(testContext(db, person('viewer', { platformId: 'other' })))).platforms).toEqual([]);
  });
});
