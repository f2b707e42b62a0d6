import { z } from 'zod';

/**
 * A backup is gzipped text, one JSON value a line: the head; for each table a line that names it and its columns, and a line
 * for each row; at the end how many rows there are and the SHA-256 of everything before. It is the same whichever database it
 * came from, and can be restored into either.
 */
export const headSchema = z.strictObject({
  schema: z.literal('plumbline/backup/1'),
  madeAt: z.iso.datetime(),
  /** the steps of db/migrations that the rows have been through */
  steps: z.array(z.string()).min(1),
  /** tells whether a SECRET is the one of this backup, and nothing else about it; null: there was none */
  secretMark: z.string().nullable(),
  /** the SECRET itself, where it was asked for */
  secret: z.string().optional(),
});
export type BackupHead = z.infer<typeof headSchema>;

export const tableSchema = z.strictObject({ table: z.string(), columns: z.array(z.string()).min(1) });
export type BackupTable = z.infer<typeof tableSchema>;

export const rowSchema = z.array(z.union([z.string(), z.number(), z.null()]));

export const endSchema = z.strictObject({ rows: z.int(), sha256: z.string().regex(/^[0-9a-f]{64}$/) });
export type BackupEnd = z.infer<typeof endSchema>;
