// A report of at least 20 pages, from the frozen documents in the database to the bytes of the PDF, beside pdfmake alone given
// the finished definition of the very same pages. Both take turns; the fastest of each counts, so that what else the machine
// does falls on neither.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '#db/migrate.ts';
import { openDatabase } from '#db/open.ts';
import { findAssessment } from '#db/queries/assessments.ts';
import { pdf } from '#server/report-formats/pdf.ts';
import { gatherFrozen } from '#server/reports/gather-frozen.ts';
import { definePdf } from '#server/reports/pdf/define-pdf.ts';
import { renderPdf } from '#server/reports/pdf/render-pdf.ts';
import { buildQuarters } from '#tests/support/build-quarters.ts';

const TURNS = Number(process.env.PDF_TURNS ?? 7);
const LEAST_PAGES = 20;

const folder = mkdtempSync(join(tmpdir(), 'plumbline-pdf-'));
const { db, close } = await openDatabase(`file:${join(folder, 'plumbline.db')}`);

async function timed<T>(work: () => Promise<T>): Promise<{ result: T; milliseconds: number }> {
  globalThis.gc?.();
  const startedAt = performance.now();
  const result = await work();
  return { result, milliseconds: performance.now() - startedAt };
}

const pagesOf = (file: Uint8Array) => new TextDecoder('latin1').decode(file).match(/\/Type \/Page\n/g)?.length ?? 0;

try {
  await migrate(db);
  const { second } = await buildQuarters(db, { extraCapabilities: 14 });
  const assessment = await findAssessment(db, 'payments', second);
  if (assessment === undefined) throw new Error('The quarter was not frozen.');
  const ours = async () => pdf.write(await gatherFrozen(db, assessment));
  const { report, summary } = await gatherFrozen(db, assessment);
  // pdfmake changes what it is given: a definition for each turn, made before the clock runs
  const rival = (definition: ReturnType<typeof definePdf>) => renderPdf(definition);
  const pages = pagesOf(await ours());
  if (pages < LEAST_PAGES) throw new Error(`The report has only ${pages} pages.`);
  await rival(definePdf(report, summary.frozenAt));
  const times: { ours: number[]; rival: number[] } = { ours: [], rival: [] };
  for (let turn = 0; turn < TURNS; turn += 1) {
    const definition = definePdf(report, summary.frozenAt);
    times.ours.push((await timed(ours)).milliseconds);
    times.rival.push((await timed(() => rival(definition))).milliseconds);
  }
  const [mine, theirs] = [Math.min(...times.ours), Math.min(...times.rival)];
  const figure = { name: `a report of ${pages} pages as PDF, against pdfmake alone`, unit: 'ms', goal: '<= 2.6' };
  process.stdout.write(`${JSON.stringify({ ...figure, ours: mine, rival: theirs, ratio: mine / theirs })}\n`);
} finally {
  await close();
  rmSync(folder, { recursive: true, force: true });
}
