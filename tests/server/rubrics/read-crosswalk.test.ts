import { afterAll, beforeEach, expect, test } from 'vitest';
import { adoptVersion } from '#server/rubrics/adopt-version.ts';
import { readCrosswalk } from '#server/rubrics/read-crosswalk.ts';
import { scoringContext } from '#tests/support/build-assessment.ts';
import { createTestPlatform } from '#tests/support/build-catalogue.ts';
import { claimsContext, EDITOR } from '#tests/support/build-claims.ts';
import { forgetRubrics, LOWER, publishWith } from '#tests/support/build-rubric-draft.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { person, testContext } from '#tests/support/test-context.ts';

beforeEach(forgetRubrics);
afterAll(forgetRubrics);

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

  test('of a version that was published here comes from its own file', async () => {
    const db = await makeDb();
    await claimsContext(db);
    const ctx = scoringContext(db, EDITOR);
    const named = { file: 'crosswalk.yaml', from: 'to: Adoption', to: 'to: Uptake' };
    const rubric = await publishWith(ctx, '2.0.0', [LOWER, named]);
    await adoptVersion(ctx, { platform: 'payments', rubric });
    const { known, entries } = await readCrosswalk(ctx, { platform: 'payments' });
    expect(known).toBe(true);
    expect(entries.map(({ to }) => to)).toContain('Uptake');
  });
});
