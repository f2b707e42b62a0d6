import { expect, test } from 'vitest';
import { freezeAssessment } from '#server/assessments/freeze-assessment.ts';
import { publishAssessment } from '#server/assessments/publish-assessment.ts';
import { previewReport } from '#server/reports/preview-report.ts';
import { saveDraft } from '#server/reports/save-draft.ts';
import { insertMeasuredPlatform, scoringContext } from '#tests/support/build-assessment.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { person, token } from '#tests/support/test-context.ts';

const q4 = { platform: 'payments', period: '2026-Q4' };
const words = { note: 'Two teams moved in May.', asks: ['Decide who pays for the broker.'] };

onBothDatabases('the draft of a quarter', (makeDb) => {
  test('it shows the quarter as it stands, with what was written for it, and no hash', async () => {
    const ctx = scoringContext(await makeDb());
    await insertMeasuredPlatform(ctx);
    await expect(previewReport(ctx, q4)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await ctx.rescore('payments');
    await saveDraft(ctx, { ...q4, ...words });
    const { report, words: saved } = await previewReport(ctx, q4);
    expect(report.standing).toContain('Draft');
    expect(report.footer.hash).toBeNull();
    expect(JSON.stringify(report.sections[0])).toContain(words.asks[0]);
    expect(saved).toMatchObject({ ...words, savedBy: 'editor editor-1' });
  });

  test('freezing takes the words along; the draft is gone once it is published, and a correction begins with them', async () => {
    const ctx = scoringContext(await makeDb());
    await insertMeasuredPlatform(ctx);
    await ctx.rescore('payments');
    await saveDraft(ctx, { ...q4, ...words });
    const frozen = await freezeAssessment(ctx, q4);
    expect(frozen).toMatchObject(words);
    await publishAssessment(ctx, { platform: 'payments', id: frozen.id });
    expect(await ctx.db.selectFrom('reportDraft').selectAll().execute()).toEqual([]);
    expect((await previewReport(ctx, q4)).words).toMatchObject(words);
    expect(await freezeAssessment(ctx, { ...q4, correction: 'A typing error.' })).toMatchObject(words);
  });

  test('every wording is in the audit log', async () => {
    const ctx = scoringContext(await makeDb());
    await insertMeasuredPlatform(ctx);
    await saveDraft(ctx, { ...q4, ...words });
    await saveDraft(ctx, { ...q4, note: '', asks: [] });
    const entries = await ctx.db.selectFrom('auditEntry').select(['action', 'subject', 'detail']).execute();
    expect(entries.map(({ action, subject }) => [action, subject])).toEqual([
      ['report.draft', '2026-Q4'],
      ['report.draft', '2026-Q4'],
    ]);
    expect(entries.map(({ detail }) => JSON.parse(detail).asks.length).toSorted()).toEqual([0, 1]);
  });

  test('it is for those who freeze quarters alone', async () => {
    const ctx = scoringContext(await makeDb());
    await insertMeasuredPlatform(ctx);
    await ctx.rescore('payments');
    for (const actor of [person('viewer'), person('owner'), token(['read'])]) {
      await expect(previewReport(ctx.as(actor), q4)).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await expect(saveDraft(ctx.as(actor), { ...q4, ...words })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    await expect(previewReport(ctx, { ...q4, period: '2026-Q9' })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });
});
