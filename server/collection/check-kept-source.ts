import type { z } from 'zod';
import { settingsOf } from '../connections/kept-connection.ts';
import type { Context } from '../context.ts';
import { checkSource } from './check-source.ts';
import { requireSource } from './kept-source.ts';
import { readSourceInput } from './read-source.ts';

export const checkKeptSourceInput = readSourceInput;

/** Asks a source each of its queries once, as it is kept. */
export async function checkKeptSource(ctx: Context, input: z.infer<typeof checkKeptSourceInput>) {
  const { row } = await requireSource(ctx, input, 'editor', 'sources:write');
  return checkSource(ctx, { ...input, kind: row.kind, settings: settingsOf(row) });
}
