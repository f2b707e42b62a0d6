import { describe, expect, test } from 'vitest';
import { pdf } from '#server/report-formats/pdf.ts';
import { exportReport } from '#server/reports/export-report.ts';
import { buildQuarters } from '#tests/support/build-quarters.ts';
import { frozenQuarter, reportSource } from '#tests/support/build-report.ts';
import { onBothDatabases } from '#tests/support/databases.ts';

const text = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes);

describe('the report as PDF', () => {
  test('it is dated by the freezing and has a bookmark for each section', async () => {
    const file = text(await pdf.write(reportSource()));
    expect(file.startsWith('%PDF-1.7')).toBe(true);
    expect(file).toContain('(D:20260701080000Z)');
    // the bookmarks: titles are in the clear
    expect(file).toContain('(Where each capability stands)');
    expect(file).toContain('(How to read this, and its limits)');
  });

  test('the same frozen quarter gives the same bytes', async () => {
    const [first, second] = [await pdf.write(reportSource()), await pdf.write(reportSource())];
    expect(text(first)).toBe(text(second));
  });

  test('long words, marks of other scripts and hundreds of asks leave it a PDF', async () => {
    const note = `${'Verwaltungsvorschriften'.repeat(12)} Ωμέγα 漢字 \u0000 {"a":1}`;
    const asks = JSON.stringify(Array.from({ length: 200 }, (_, index) => `Ask ${index} ${'x'.repeat(280)}`));
    const file = await pdf.write(reportSource(frozenQuarter({ assessment: { note, asks } })));
    expect(text(file).trimEnd().endsWith('%%EOF')).toBe(true);
  });
});

const bytes = new Map<string, string>();

onBothDatabases('every format', (makeDb, dialect) => {
  test('gives the same bytes from both databases', { timeout: 60_000 }, async () => {
    const { ctx, first } = await buildQuarters(await makeDb());
    for (const format of ['pdf', 'xlsx', 'csv', 'html', 'md']) {
      const { content } = await exportReport(ctx, { platform: 'payments', id: first, format });
      bytes.set(`${dialect} ${format}`, text(content));
      // the group on PostgreSQL runs second and finds both
      if (dialect === 'postgres') expect(bytes.get(`postgres ${format}`) === bytes.get(`sqlite ${format}`)).toBe(true);
    }
  });
});
