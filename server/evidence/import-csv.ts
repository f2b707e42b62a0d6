import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { insertSourceRun, saveSourceRun } from '#db/queries/source-runs.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { requireRole } from '../people/permissions.ts';
import { recordAudit } from '../people/record-audit.ts';
import type { CheckedSample } from './check-samples.ts';
import { unpack } from './packed-samples.ts';
import { type RowProblem, readSamplesFileTask, samplesFileField } from './read-samples-file.ts';
import { findSeriesIds, writeSamples } from './write-samples.ts';

/** Rows a transaction: some milliseconds. */
const ROWS_A_PIECE = 1_000;

export const importCsvInput = z.strictObject({
  platform: z.string(),
  csv: samplesFileField,
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
 * Takes in the good rows of a CSV file and names the bad ones. The rows are written in pieces, and others have their turn
 * between them; when it is cut short, the same file may be imported again: equal values change nothing.
 */
export async function importCsv(
  ctx: Context,
  { platform: key, csv, fileName }: z.infer<typeof importCsvInput>,
): Promise<CsvImported> {
  const platform = await findPlatform(ctx, key);
  requireRole(ctx, platform.id, 'editor', 'metrics:write');
  const { samples, rejected, problems } = await ctx.runTask(readSamplesFileTask, { platform: key, csv });
  const imported = { accepted: samples.values.length, rejected, problems };
  if (imported.accepted + rejected === 0) return imported;
  const startedAtMs = ctx.now().getTime();
  const run = { platformId: platform.id, source: 'csv-upload', origin: fileName, startedAtMs, finishedAtMs: null };
  const runId = await insertSourceRun(ctx.db, { ...run, accepted: 0, rejected: 0, error: null });
  for (let from = 0; from < imported.accepted; from += ROWS_A_PIECE) {
    const received = { receivedAtMs: startedAtMs, runId };
    await writePiece(ctx, { platformId: platform.id, accepted: unpack(samples, from, ROWS_A_PIECE), received });
    await setImmediate();
  }
  await finishRun(ctx, { runId, platformId: platform.id, fileName, imported });
  if (imported.accepted > 0) await ctx.rescore(platform.id);
  return imported;
}

type Piece = { platformId: string; accepted: CheckedSample[]; received: { receivedAtMs: number; runId: number } };

async function writePiece({ db }: Context, { platformId, accepted, received }: Piece): Promise<void> {
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
