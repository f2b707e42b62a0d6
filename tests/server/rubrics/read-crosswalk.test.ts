import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { packsFolder, readPackFiles } from '#rubrics/load-packs.ts';
import { parsePack } from '#rubrics/parse-pack.ts';
import { adoptVersion } from '#server/rubrics/adopt-version.ts';
import { readCrosswalk } from '#server/rubrics/read-crosswalk.ts';
import { installedRubrics } from '#server/rubrics/rubric-of.ts';
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

  test('is seen from both sides, and of one criterion with its aspect', async () => {
    const db = await makeDb();
    await createTestPlatform(db);
    await createTestPlatform(db, 'assurance', ['organization'], 'owasp-samm');
    const ctx = testContext(db, person('viewer'));
    const of = async (platform: string, criterion: string) =>
      (await readCrosswalk(ctx, { platform, criterion })).entries.map(({ from, pack, at, pointsHere }) =>
        [from, pack, at, pointsHere].join(' '),
      );
    // CNCF: operations → environment-management, OPS-3.c → EM-2.b; SAMM: environment-management → operations, OM-3.b → OPS-3.c
    expect(await of('payments', 'OPS-3.c')).toEqual([
      'operations   false',
      'operations owasp-samm environment-management false',
      'OPS-3.c owasp-samm EM-2.b false',
      'OPS-3.c owasp-samm OM-3.b true',
    ]);
    // what both sides name stands there once
    expect(await of('assurance', 'EM-2.b')).toEqual([
      'environment-management cncf-platform operations false',
      'EM-2.b cncf-platform OPS-3.c true',
    ]);
    const back = await readCrosswalk(ctx, { platform: 'assurance', criterion: 'EM-2.b' });
    expect(back.entries[1]).toMatchObject({
      to: 'Nearly everything that runs is in support',
      model: 'CNCF Platform Engineering Maturity Model',
    });
    expect(await of('assurance', 'ST-1.a')).toEqual([]);
    await expect(readCrosswalk(ctx, { platform: 'assurance', criterion: 'OPS-3.c' })).rejects.toThrow(
      'There is no criterion "OPS-3.c" in this rubric.',
    );
  });

  test('names a neighbour of every shipped pack that the other pack really has', () => {
    const byId = new Map(installedRubrics().map((one) => [one.id, one.pack]));
    const pointing = [...byId.keys()].flatMap((id) =>
      parsePack(readPackFiles(join(packsFolder(), id))).crosswalk.flatMap(({ value: { pack, at, note } }) =>
        pack === undefined ? [] : [{ pack, at, note }],
      ),
    );
    expect(pointing.length).toBeGreaterThan(5);
    for (const { pack, at, note } of pointing) {
      // it is read from the other side as well
      expect(note).not.toMatch(/\b(here|there|this one|ours?)\b/i);
      const other = byId.get(pack);
      expect([
        ...(other?.pack.aspects ?? []).map(({ key }) => key),
        ...(other?.criteria ?? []).map(({ id }) => id),
      ]).toContain(at);
    }
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
