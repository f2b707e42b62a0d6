import { z } from 'zod';
import { AppError } from '../errors.ts';

/** Query parameters of every list. */
export const pageInput = {
  limit: z.coerce.number().int().min(1).max(200).default(50).describe('How many items at most.'),
  cursor: z.string().max(400).optional().describe('`nextCursor` of the page before.'),
};

/** The answer of every list. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ items: z.array(item), nextCursor: z.string().nullable() });

export const encodeCursor = (position: readonly string[]): string =>
  Buffer.from(JSON.stringify(position)).toString('base64url');

const positionSchema = z.array(z.string());

/** The position in a list that a cursor names; anything that we did not make ourselves is refused. */
export function decodeCursor(cursor: string | undefined, length: number): string[] | null {
  if (cursor === undefined) return null;
  const parsed = positionSchema.length(length).safeParse(parseJson(Buffer.from(cursor, 'base64url').toString()));
  if (!parsed.success) throw new AppError('BAD_REQUEST', 'This cursor is not one of ours. Start again without it.');
  return parsed.data;
}

/** One page of a list that is short enough to be read whole and has a unique, ascending key. */
export function pageByKey<Item>(
  rows: readonly Item[],
  { limit, cursor }: { limit: number; cursor?: string | undefined },
  keyOf: (row: Item) => string,
): { items: Item[]; nextCursor: string | null } {
  const [after] = decodeCursor(cursor, 1) ?? [];
  const sorted = [...rows].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const rest = after === undefined ? sorted : sorted.filter((row) => keyOf(row) > after);
  const items = rest.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rest.length > limit && last !== undefined ? encodeCursor([keyOf(last)]) : null };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
