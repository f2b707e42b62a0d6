import { expect, onTestFinished, test } from 'vitest';
import { insertDocuments } from '#db/queries/documents.ts';
import { compileRubric } from '#rubrics/rubric.ts';
import { listVersions } from '#server/rubrics/list-versions.ts';
import { loadKeptRubrics } from '#server/rubrics/load-kept-rubrics.ts';
import { rubricText } from '#server/rubrics/read-frozen-rubric.ts';
import { keepRubric, rubricOf } from '#server/rubrics/rubric-of.ts';
import { insertMeasuredPlatform, scoringContext } from '#tests/support/build-assessment.ts';
import { cncfRubric } from '#tests/support/build-report.ts';
import { forgetRubrics } from '#tests/support/build-rubric-draft.ts';
import { onBothDatabases } from '#tests/support/databases.ts';

onBothDatabases('a rubric that an upgrade no longer ships', (makeDb, dialect) => {
  test('a platform goes on being scored by the version it has chosen', async () => {
    const ctx = scoringContext(await makeDb());
    await insertMeasuredPlatform(ctx);
    await ctx.rescore('payments');
    // an older version, as an earlier release of Plumbline kept it when it scored
    const version = dialect === 'sqlite' ? '0.8.0' : '0.9.0';
    const { pack } = cncfRubric();
    const older = compileRubric({ ...pack, pack: { ...pack.pack, version } });
    await insertDocuments(ctx.db, [{ sha256: older.sha256, kind: 'rubric', content: rubricText(older) }]);
    await ctx.db.updateTable('platform').set({ packVersion: version }).execute();
    await ctx.db.updateTable('scorecardDay').set({ rubricVersion: version, rubricSha256: older.sha256 }).execute();
    const chosen = { packId: 'cncf-platform', packVersion: version };
    expect(() => rubricOf(chosen)).toThrow(`cncf-platform ${version} is not installed here`);
    await loadKeptRubrics(ctx.db);
    expect(rubricOf(chosen).sha256).toBe(older.sha256);
    ctx.setNow('2026-11-22T13:00:00.000Z');
    await ctx.rescore('payments');
    const row = await ctx.db.selectFrom('scorecardDay').select('rubricSha256').executeTakeFirst();
    expect(row).toEqual({ rubricSha256: older.sha256 });
  });

  test("a release that ships another text under a name in use changes nobody's score, and both are told apart", async () => {
    forgetRubrics();
    onTestFinished(forgetRubrics);
    const ctx = scoringContext(await makeDb());
    await insertMeasuredPlatform(ctx);
    // scored by what an earlier release shipped as 1.0.0, or by what somebody published under that name
    const { pack } = cncfRubric();
    const other = compileRubric({ ...pack, pack: { ...pack.pack, name: 'As it was' } });
    expect(other.version).toBe('1.0.0');
    keepRubric(other);
    await ctx.rescore('payments');
    forgetRubrics();
    await loadKeptRubrics(ctx.db);
    ctx.setNow('2026-11-22T13:00:00.000Z');
    await ctx.rescore('payments');
    const rows = await ctx.db.selectFrom('scorecardDay').select('rubricSha256').execute();
    expect(new Set(rows.map(({ rubricSha256 }) => rubricSha256))).toEqual(new Set([other.sha256]));
    const { versions } = await listVersions(ctx, { platform: 'payments' });
    expect(versions.filter(({ shadows }) => shadows)).toMatchObject([
      { name: 'cncf-platform@1.0.0', title: 'As it was', sha256: other.sha256, inUse: true },
    ]);
  });

  test('what is kept hashes to its name', () => {
    const rubric = cncfRubric();
    expect(compileRubric(JSON.parse(rubricText(rubric))).sha256).toBe(rubric.sha256);
  });
});
