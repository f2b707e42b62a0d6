import { expect, test } from 'vitest';
import { freezeAssessment } from '#server/assessments/freeze-assessment.ts';
import { publishAssessment } from '#server/assessments/publish-assessment.ts';
import { setAsideAssessment } from '#server/assessments/set-aside-assessment.ts';
import { exportReport, fileResponse } from '#server/reports/export-report.ts';
import { readReport } from '#server/reports/read-report.ts';
import { insertMeasuredPlatform, scoringContext } from '#tests/support/build-assessment.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { person } from '#tests/support/test-context.ts';

const q4 = { platform: 'payments', period: '2026-Q4' };
const asked = { platform: 'payments', id: '2026-Q4', format: 'json' };

onBothDatabases('the report of a quarter', (makeDb) => {
  test('there is none before it is published, and never half a one while it is being frozen', async () => {
    const ctx = scoringContext(await makeDb());
    await insertMeasuredPlatform(ctx);
    const viewer = ctx.as(person('viewer'));
    const none = { code: 'CONFLICT', message: '2026-Q4 has no report yet: it has not been frozen and published.' };
    await expect(exportReport(viewer, asked)).rejects.toMatchObject(none);
    const freezing = freezeAssessment(ctx, q4);
    const meanwhile = await Promise.allSettled(Array.from({ length: 5 }, () => exportReport(viewer, asked)));
    for (const answer of meanwhile) expect(answer).toMatchObject({ status: 'rejected', reason: none });
    const { id } = await freezing;
    // what is in review is told to nobody but reviewers, by period neither
    await expect(exportReport(viewer, asked)).rejects.toMatchObject(none);
    await expect(exportReport(viewer, { ...asked, id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await publishAssessment(ctx, { platform: 'payments', id });
    const { content, name } = await exportReport(viewer, asked);
    expect(name).toBe('payments-2026-Q4.json');
    expect(JSON.parse(new TextDecoder().decode(content)).assessment.id).toBe(id);
  });

  test('a file says how long it is before it comes', async () => {
    const ctx = scoringContext(await makeDb());
    await insertMeasuredPlatform(ctx);
    const { id } = await freezeAssessment(ctx, q4);
    const response = fileResponse(await exportReport(ctx, { ...asked, id, format: 'csv' }));
    const { byteLength } = await response.clone().arrayBuffer();
    expect(response.headers.get('content-length')).toBe(String(byteLength));
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="payments-2026-Q4.csv"');
  });

  test('a corrected quarter stays readable at its address and says what took its place, and why', async () => {
    const ctx = scoringContext(await makeDb());
    await insertMeasuredPlatform(ctx);
    const first = await freezeAssessment(ctx, q4);
    await publishAssessment(ctx, { platform: 'payments', id: first.id });
    ctx.setNow('2026-11-25T12:00:00.000Z');
    const second = await freezeAssessment(ctx, { ...q4, correction: 'Two sources were counted twice.' });
    await publishAssessment(ctx, { platform: 'payments', id: second.id });
    const viewer = ctx.as(person('viewer'));
    const standingOf = async (id: string) => (await readReport(viewer, { platform: 'payments', id })).report.standing;
    expect(await standingOf(first.id)).toBe(
      'Superseded by an assessment that was frozen on November 25, 2026, because: Two sources were counted twice.',
    );
    expect(await standingOf(second.id)).toBe(
      'This corrects an assessment that was published before: Two sources were counted twice.',
    );
    expect((await readReport(viewer, { platform: 'payments', id: '2026-Q4' })).summary.id).toBe(second.id);
  });

  test('nothing is corrected that was not published, and a review that ended is not superseded by anything', async () => {
    const ctx = scoringContext(await makeDb());
    await insertMeasuredPlatform(ctx);
    const why = { ...q4, correction: 'It was wrong.' };
    await expect(freezeAssessment(ctx, why)).rejects.toMatchObject({ code: 'CONFLICT' });
    const { id } = await freezeAssessment(ctx, q4);
    await setAsideAssessment(ctx, { platform: 'payments', id });
    const { report } = await readReport(ctx, { platform: 'payments', id });
    expect(report.standing).toBe('Superseded: its review ended without publishing it.');
  });
});
