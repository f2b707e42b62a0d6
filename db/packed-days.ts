import type { Insertable } from 'kysely';
import type { SampleDayTable } from './schema.ts';

type Row = Insertable<SampleDayTable>;

/** Numbers of the rows of a day: that of a row stands at `row & mask`, so that one number may hold for all. Read by `numberAt`. */
export type PackedColumn = { numbers: Float64Array | Int32Array; mask: number };

/** The number of a row. */
export const numberAt = ({ numbers, mask }: PackedColumn, row: number): number => numbers[row & mask] ?? 0;

/** The roll-ups of many series over one UTC day, column by column. */
export type PackedDay = {
  day: number;
  rows: number;
  /** ascending */
  seriesId: PackedColumn;
  last: PackedColumn;
  lastAtMs: PackedColumn;
  lastReceivedAtMs: PackedColumn;
  lastRunId: PackedColumn;
  newestReceivedAtMs: PackedColumn;
  sum: PackedColumn;
  count: PackedColumn;
  min: PackedColumn;
  max: PackedColumn;
  /** of distribution metrics: values and how often, one after the other; those of a row begin at `starts[row]`. Null: none here */
  values: { starts: Float64Array; pairs: Float64Array } | null;
};

const [EACH, ONE] = [-1, 0];

const COLUMNS = [
  'seriesId',
  'last',
  'lastAtMs',
  'lastReceivedAtMs',
  'lastRunId',
  'newestReceivedAtMs',
  'sum',
  'count',
  'min',
  'max',
] as const;

/** How a column is written: all numbers, one that holds for every row, the numbers of `last` again, or numbers of four bytes. */
const [FULL, CONSTANT, AS_LAST, SMALL] = [0, 1, 2, 3];
const LAST = COLUMNS.indexOf('last');
const SMALLEST = 2 ** 31;

const isSmall = (value: number) => Number.isInteger(value) && Math.abs(value) < SMALLEST && !Object.is(value, -0);

function kindOf(column: Float64Array, last: Float64Array | undefined): number {
  const [first] = column;
  if (column.every((value) => Object.is(value, first))) return CONSTANT;
  if (last !== undefined && column.every((value, row) => Object.is(value, last[row]))) return AS_LAST;
  return column.every(isSmall) ? SMALL : FULL;
}

/** Eight bytes each: what stands behind it stays in step. */
const padded = (length: number) => Math.ceil(length / 8) * 8;

function bytesOf(column: Float64Array, kind: number): Buffer {
  if (kind === AS_LAST) return Buffer.alloc(0);
  const written =
    kind === CONSTANT ? column.slice(0, 1) : kind === SMALL ? Int32Array.from(column) : Float64Array.from(column);
  const bytes = Buffer.alloc(padded(written.byteLength));
  bytes.set(new Uint8Array(written.buffer, 0, written.byteLength));
  return bytes;
}

/** Packs a day as text. `rows` are all roll-ups of a platform on that day, in any order. */
export function packDay(rows: readonly Row[]): string {
  const sorted = rows.toSorted((a, b) => a.seriesId - b.seriesId);
  const columns = COLUMNS.map((name) => Float64Array.from(sorted, (row) => row[name]));
  const last = columns[LAST];
  const kinds = columns.map((column, place) => kindOf(column, place > LAST ? last : undefined));
  const head = new Float64Array([sorted.length, ...kinds]);
  const parts = columns.map((column, place) => bytesOf(column, kinds[place] ?? FULL));
  return Buffer.concat([Buffer.from(head.buffer), ...parts, packValues(sorted)]).toString('base64');
}

function packValues(rows: readonly Row[]): Buffer {
  if (rows.every(({ valueCounts }) => valueCounts === null || valueCounts === undefined)) return Buffer.alloc(0);
  const starts = [0];
  const pairs: number[] = [];
  for (const { valueCounts } of rows) {
    const own: [number, number][] = JSON.parse(valueCounts ?? '[]');
    for (const [value, count] of own) pairs.push(value, count);
    starts.push(pairs.length);
  }
  return Buffer.from(new Float64Array([...starts, ...pairs]).buffer);
}

/** Reads a day back as it was packed. Nothing is copied that stands there as it is needed. */
export function unpackDay(day: number, text: string): PackedDay {
  const bytes = Buffer.from(text, 'base64');
  const aligned = bytes.byteOffset % 8 === 0 ? bytes : Buffer.from(Uint8Array.from(bytes).buffer);
  const numbers = new Float64Array(aligned.buffer, aligned.byteOffset, Math.floor(aligned.byteLength / 8));
  const rows = numbers[0] ?? 0;
  let next = 1 + COLUMNS.length;
  const read = (place: number, last: PackedColumn | null): PackedColumn => {
    const kind = numbers[1 + place] ?? FULL;
    if (kind === AS_LAST && last !== null) return last;
    const from = next;
    next += kind === CONSTANT ? 1 : kind === SMALL ? padded(rows * 4) / 8 : rows;
    if (kind === CONSTANT) return { numbers: numbers.subarray(from, from + 1), mask: ONE };
    if (kind === FULL) return { numbers: numbers.subarray(from, from + rows), mask: EACH };
    return { numbers: new Int32Array(aligned.buffer, aligned.byteOffset + from * 8, rows), mask: EACH };
  };
  const seriesId = read(0, null);
  const last = read(LAST, null);
  return {
    ...{ day, rows, seriesId, last },
    lastAtMs: read(2, last),
    lastReceivedAtMs: read(3, last),
    lastRunId: read(4, last),
    newestReceivedAtMs: read(5, last),
    sum: read(6, last),
    count: read(7, last),
    min: read(8, last),
    max: read(9, last),
    values:
      next === numbers.length
        ? null
        : { starts: numbers.subarray(next, next + rows + 1), pairs: numbers.subarray(next + rows + 1) },
  };
}
