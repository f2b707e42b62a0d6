import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrate } from '#db/migrate.ts';
import { openDatabase } from '#db/open.ts';
import { exportReport } from '#server/reports/export-report.ts';
import { readReport } from '#server/reports/read-report.ts';
import { buildQuarters } from '#tests/support/build-quarters.ts';
import { makeScratchFolder } from '#tests/support/scratch-folder.ts';

/** What programs of others make of it: poppler and qpdf. */
describe('a report as PDF', { timeout: 120_000 }, () => {
  const folder = makeScratchFolder('plumbline-files-');
  const run = (program: string, ...args: string[]) => execFileSync(program, args, { cwd: folder }).toString();
  let pages: string[] = [];
  let hash = '';

  beforeAll(async () => {
    const { db, close } = await openDatabase(`file:${join(folder, 'plumbline.db')}`);
    afterAll(async () => {
      await close();
      rmSync(folder, { recursive: true, force: true });
    });
    await migrate(db);
    const { ctx, second } = await buildQuarters(db);
    const { content } = await exportReport(ctx, { platform: 'payments', id: second, format: 'pdf' });
    writeFileSync(join(folder, 'report.pdf'), content);
    hash = (await readReport(ctx, { platform: 'payments', id: second })).summary.scorecardSha256;
    pages = run('pdftotext', '-layout', 'report.pdf', '-').split('\f').slice(0, -1);
  });

  test('is without a fault, of A4 pages, and says what it is', () => {
    expect(run('qpdf', '--check', 'report.pdf')).toContain('No syntax or stream encoding errors found');
    const info = run('pdfinfo', '-isodates', 'report.pdf');
    expect(info).toMatch(/Title: +Platform payments, 2026-Q4/);
    expect(info).toMatch(/Page size: +595\.28 x 841\.89 pts \(A4\)/);
    expect(info).toMatch(/CreationDate: +2026-12-20T12:00:00Z/);
  });

  test('has at the foot of each page the hash, the rubric, the coverage and the number of the page', () => {
    expect(pages.length).toBeGreaterThan(8);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(hash);
      expect(page).toMatch(/cncf-platform 1\.0\.0 · \d+% covered/);
      expect(page).toMatch(new RegExp(`\\s${index + 1} / ${pages.length}\\s`));
    }
  });

  test('tells on its first page where we stand, what changed, what rests on little and what is asked', () => {
    const [summary = ''] = pages;
    expect(summary).toMatch(/Platform payments has come \d+% of the way to its targets/);
    for (const part of ['What changed, and why', 'What rests on thin evidence', 'What is asked of you']) {
      expect(summary).toContain(part);
    }
    expect(summary).toContain('Decide who pays for the message broker from January on.');
    expect(summary).not.toContain('Where each capability stands');
  });

  test('has a bookmark for each section, and its figures are no pictures', () => {
    const outline = run('qpdf', '--json=2', '--json-key=outlines', 'report.pdf');
    for (const title of ['Summary', 'Where each capability stands', 'What is being done about it']) {
      expect(outline).toContain(`"title": "${title}"`);
    }
    expect(run('pdfimages', '-list', 'report.pdf').trim().split('\n')).toHaveLength(2);
  });

  test('carries its fonts, so that it looks the same everywhere', () => {
    const fonts = run('pdffonts', 'report.pdf').trim().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts) expect(font).toMatch(/Geist\S* .* yes yes yes/);
  });
});
