import { z } from 'zod';
import { insertSourceRun, saveSourceRun } from '#db/queries/source-runs.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { requireRole } from '../people/permissions.ts';
import { recordAudit } from '../people/record-audit.ts';
import { type CheckedSample, checkSamples } from './check-samples.ts';
import { loadCatalogue } from './load-catalogues.ts';
import { problemsOf, type RowProblem } from './preview-csv.ts';
import { readCsv } from './read-csv.ts';
import { findSeriesIds, writeSamples } from './write-samples.ts';

const FIRST_PROBLEMS = 1_000;

export const importCsvInput = z.strictObject({
  platform: z.string(),
  csv: z.string(),
  /** as the browser names it; kept as where the values came from */
  fileName: z.string().max(200),
});

export type CsvImported = {
  accepted: number;
  rejected: number;
  /** the first thousand */
  problems: RowProblem[];
};

/**
 * Takes in the good rows of a CSV file and names the bad ones. The rows are written in pieces; when it is cut short, the same
 * file may be imported again: equal values change nothing.
 */
export async function importCsv(
  ctx: Context,
  { platform: key, csv, fileName }: z.infer<typeof importCsvInput>,
): Promise<CsvImported> {
  const platform = await findPlatform(ctx, key);
  requireRole(ctx, platform.id, 'editor', 'metrics:write');
  const catalogue = await loadCatalogue(ctx, platform);
  const nowMs = ctx.now().getTime();
  const origin = fileName;
  const run = { platformId: platform.id, source: 'csv-upload', origin, startedAtMs: nowMs, finishedAtMs: null };
  let runId: number | null = null;
  const imported: CsvImported = { accepted: 0, rejected: 0, problems: [] };
  await readCsv(csv, async (rows) => {
    runId ??= await insertSourceRun(ctx.db, { ...run, accepted: 0, rejected: 0, error: null });
    const { accepted, rejected } = checkSamples(
      rows.map(({ read }) => read),
      () => catalogue,
      nowMs,
    );
    await writePiece(ctx, { platformId: platform.id, accepted, received: { receivedAtMs: nowMs, runId } });
    imported.accepted += accepted.length;
    imported.rejected += rejected.length;
    imported.problems.push(...problemsOf(rows, rejected).slice(0, FIRST_PROBLEMS - imported.problems.length));
  });
  if (runId !== null) await finishRun(ctx, { runId, platformId: platform.id, fileName, imported });
  if (imported.accepted > 0) await ctx.rescore(platform.id);
  return imported;
}

type Piece = { platformId: string; accepted: CheckedSample[]; received: { receivedAtMs: number; runId: number } };

async function writePiece({ db }: Context, { platformId, accepted, received }: Piece): Promise<void> {
  if (accepted.length === 0) return;
  const samples = await findSeriesIds(db, accepted);
  await db.transaction().execute((trx) => writeSamples(trx, { platformId, samples }, received));
}

type Finished = { runId: number; platformId: string; fileName: string; imported: CsvImported };

async function finishRun(ctx: Context, { runId, platformId, fileName, imported }: Finished): Promise<void> {
  const { accepted, rejected, problems } = imported;
  const [first] = problems;
  const error = first === undefined ? null : `Row ${first.row}: ${first.reason}`;
  await ctx.db.transaction().execute(async (trx) => {
    await saveSourceRun(trx, runId, { finishedAtMs: ctx.now().getTime(), accepted, rejected, error });
    await recordAudit(trx, ctx, {
      action: 'evidence.import-csv',
      platformId,
      subject: fileName,
      detail: { run: runId, accepted, rejected },
    });
  });
}
