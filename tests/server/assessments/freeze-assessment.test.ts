import { expect, test } from 'vitest';
import { findDocument } from '#db/queries/documents.ts';
import { sha256Hex } from '#rubrics/evidence/canonical.ts';
import { freezeAssessment } from '#server/assessments/freeze-assessment.ts';
import { listAssessments } from '#server/assessments/list-assessments.ts';
import { publishAssessment } from '#server/assessments/publish-assessment.ts';
import { readAssessment } from '#server/assessments/read-assessment.ts';
import { setAsideAssessment } from '#server/assessments/set-aside-assessment.ts';
import { exportReport } from '#server/reports/export-report.ts';
import { insertMeasuredPlatform, scoringContext } from '#tests/support/build-assessment.ts';
import { record } from '#tests/support/build-evidence.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { person, token } from '#tests/support/test-context.ts';

const q4 = { platform: 'payments', period: '2026-Q4' };
const hashes = new Map<string, string>();

onBothDatabases('freezing a quarter', (makeDb, dialect) => {
  test('rubric, bundle and scorecard are kept under their hashes, and the quarter waits for review', async () => {
    const ctx = scoringContext(await makeDb());
    await insertMeasuredPlatform(ctx);
    const frozen = await freezeAssessment(ctx, { ...q4, note: 'The first one' });
    expect(frozen).toMatchObject({ state: 'in_review', period: '2026-Q4', asOf: '2026-11-22T12:00:00.000Z' });
    for (const sha256 of [frozen.rubric.sha256, frozen.bundleSha256, frozen.scorecardSha256]) {
      expect(sha256Hex((await findDocument(ctx.db, sha256)) ?? '')).toBe(sha256);
    }
    const audit = await ctx.db.selectFrom('auditEntry').selectAll().execute();
    expect(audit).toMatchObject([{ action: 'assessment.freeze', subject: frozen.id, actorName: 'editor editor-1' }]);
  });

  test('the same evidence has the same hash on SQLite and on PostgreSQL', async () => {
    const ctx = scoringContext(await makeDb());
    await insertMeasuredPlatform(ctx);
    hashes.set(dialect, (await freezeAssessment(ctx, q4)).scorecardSha256);
    // the group on PostgreSQL runs second and finds both
    if (dialect === 'postgres') expect(hashes.get('postgres')).toBe(hashes.get('sqlite'));
  });

  test('two people freezing one quarter: one wins and the other is told what to do', async () => {
    const ctx = scoringContext(await makeDb());
    await insertMeasuredPlatform(ctx);
    const both = await Promise.allSettled([
      freezeAssessment(ctx, q4),
      freezeAssessment(ctx.as(person('editor', { id: 'editor-2' })), q4),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'CONFLICT', message: expect.stringContaining('2026-Q4 is already in review') },
    });
    expect((await listAssessments(ctx, q4)).assessments).toHaveLength(1);
  });

  test('a time to come, a quarter that has not begun and a wrong label are refused', async () => {
    const ctx = scoringContext(await makeDb());
    await insertMeasuredPlatform(ctx);
    const refused = (input: object) => freezeAssessment(ctx, { ...q4, ...input }).catch((error) => error.message);
    expect(await refused({ asOf: '2026-11-22T12:00:00.001Z' })).toContain('now or earlier');
    expect(await refused({ period: '2027-Q1' })).toContain('2027-Q1 has not begun');
    expect(await refused({ period: '2026' })).toContain('is not a quarter');
    expect((await listAssessments(ctx, q4)).assessments).toEqual([]);
  });

  test('evidence that came in after the chosen time does not count', async () => {
    const ctx = scoringContext(await makeDb());
    await insertMeasuredPlatform(ctx);
    const first = await freezeAssessment(ctx, { ...q4, asOf: '2026-11-22T12:00:00.000Z' });
    await setAsideAssessment(ctx, { platform: 'payments', id: first.id });
    ctx.setNow('2026-11-25T09:00:00.000Z');
    // observed before, received after
    await record(ctx, [{ metric: 'self-service-rate', capability: 'data', at: '2026-11-21T09:00:00Z', value: 0.1 }]);
    const second = await freezeAssessment(ctx, { ...q4, asOf: '2026-11-22T12:00:00.000Z' });
    expect(second.scorecardSha256).toBe(first.scorecardSha256);
  });

  test('publishing another assessment of the quarter supersedes the first, which stays as it was', async () => {
    const ctx = scoringContext(await makeDb());
    await insertMeasuredPlatform(ctx);
    const first = await freezeAssessment(ctx, q4);
    await publishAssessment(ctx, { platform: 'payments', id: first.id });
    const frozenScorecard = (await readAssessment(ctx, { platform: 'payments', id: first.id })).scorecard;
    ctx.setNow('2026-11-23T12:00:00.000Z');
    await expect(freezeAssessment(ctx, q4)).rejects.toMatchObject({ code: 'CONFLICT' });
    const second = await freezeAssessment(ctx, { ...q4, correction: 'Two sources were counted twice.' });
    await publishAssessment(ctx, { platform: 'payments', id: second.id });
    const { assessments } = await listAssessments(ctx, q4);
    expect(assessments.map(({ id, state }) => [id, state])).toEqual([
      [second.id, 'published'],
      [first.id, 'superseded'],
    ]);
    expect((await readAssessment(ctx, { platform: 'payments', id: first.id })).scorecard).toEqual(frozenScorecard);
  });

  test('of two people publishing at once one does, and nothing is published twice', async () => {
    const ctx = scoringContext(await makeDb());
    await insertMeasuredPlatform(ctx);
    const { id } = await freezeAssessment(ctx, q4);
    const both = await Promise.allSettled([1, 2].map(() => publishAssessment(ctx, { platform: 'payments', id })));
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await listAssessments(ctx, q4)).assessments).toMatchObject([{ state: 'published' }]);
    await expect(setAsideAssessment(ctx, { platform: 'payments', id })).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  test('nothing of a finished quarter changes, whatever comes later', async () => {
    const ctx = scoringContext(await makeDb());
    await insertMeasuredPlatform(ctx);
    const { id } = await freezeAssessment(ctx, q4);
    await publishAssessment(ctx, { platform: 'payments', id });
    const files = () =>
      Promise.all(
        ['json', 'html', 'md', 'csv'].map((format) => exportReport(ctx, { platform: 'payments', id, format })),
      );
    const before = await files();
    ctx.setNow('2027-02-01T09:00:00.000Z');
    await record(ctx, [{ metric: 'self-service-rate', capability: 'data', at: '2026-11-21T09:00:00Z', value: 0.1 }]);
    const target = { platformId: 'payments', capability: 'data', aspect: 'interfaces', level: 4 };
    await ctx.db.insertInto('target').values(target).execute();
    await ctx.db.updateTable('capability').set({ name: 'Renamed', weight: 7 }).where('key', '=', 'data').execute();
    await ctx.db.updateTable('platform').set({ name: 'Renamed', packVersion: '2.0.0' }).execute();
    expect(await files()).toEqual(before);
  });

  test('what is in review is for reviewers; viewers see what was published', async () => {
    const ctx = scoringContext(await makeDb());
    await insertMeasuredPlatform(ctx);
    const { id } = await freezeAssessment(ctx, q4);
    const viewers = [ctx.as(person('viewer')), ctx.as(token(['read']))];
    for (const viewer of viewers) {
      expect((await listAssessments(viewer, q4)).assessments).toEqual([]);
      await expect(readAssessment(viewer, { platform: 'payments', id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(freezeAssessment(viewer, q4)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    await publishAssessment(ctx, { platform: 'payments', id });
    for (const viewer of viewers) expect((await listAssessments(viewer, q4)).assessments).toHaveLength(1);
    const stranger = ctx.as(person('editor', { platformId: 'another' }));
    await expect(listAssessments(stranger, q4)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
