import { z } from 'zod';
import type { Context } from '../context.ts';
import { writeCsv } from '../csv/write-csv.ts';
import { fileOfKind, filePlace } from './plan-file.ts';

export const exportFileInput = z.strictObject(filePlace);

/** Teams, capabilities or targets as CSV that an import takes back as it is, and that no spreadsheet runs. */
export async function exportFile(ctx: Context, { kind, platform }: z.infer<typeof exportFileInput>) {
  const file = fileOfKind(kind);
  const open = await file.open(ctx, platform, 'read');
  const { columns } = file.form;
  const rows = (await open.list(ctx.db)).map((fields) => columns.map((column) => fields[column] ?? ''));
  const fileName = open.platformId === null ? `${kind}.csv` : `${platform}-${kind}.csv`;
  return { fileName, csv: writeCsv([columns, ...rows]) };
}
