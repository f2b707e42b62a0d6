import { expect, test } from 'vitest';
import { readCrosswalk } from '#server/rubrics/read-crosswalk.ts';
import { createTestPlatform } from '#tests/support/build-catalogue.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { person, testContext } from '#tests/support/test-context.ts';

onBothDatabases('a crosswalk', (makeDb) => {
  test('names the neighbours of the rubric that a platform is scored by', async () => {
    const db = await makeDb();
    await createTestPlatform(db);
    await createTestPlatform(db, 'assurance', ['organization'], 'owasp-samm');
    const ctx = testContext(db, person('viewer'));
    const cncf = await readCrosswalk(ctx, { platform: 'payments' });
    expect(cncf.known).toBe(true);
    expect(cncf.entries).toContainEqual(
      expect.objectContaining({
        from: 'adoption',
        name: 'Adoption',
        to: 'Adoption',
        model: expect.stringContaining('Microsoft'),
      }),
    );
    const samm = await readCrosswalk(ctx, { platform: 'assurance' });
    expect(samm.entries.map(({ name }) => name)).toContain('Environment Management');
    // it points and converts nothing: no number is told
    expect(JSON.stringify([cncf, samm])).not.toMatch(/:\s*\d/);
  });
});
