import type { Insertable } from 'kysely';
import type { SampleDayTable } from './schema.ts';

type Row = Insertable<SampleDayTable>;

/** The roll-ups of many series over one UTC day, column by column. */
export type PackedDay = {
  day: number;
  seriesId: Float64Array;
  last: Float64Array;
  lastAtMs: Float64Array;
  lastReceivedAtMs: Float64Array;
  lastRunId: Float64Array;
  newestReceivedAtMs: Float64Array;
  sum: Float64Array;
  count: Float64Array;
  min: Float64Array;
  max: Float64Array;
  /** of distribution metrics: values and how often, one after the other; those of a row begin at `starts[row]`. Null: none here */
  values: { starts: Float64Array; pairs: Float64Array } | null;
};

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

/** Reads a day back as it was packed. */
export function unpackDay(day: number, text: string): PackedDay {
  const bytes = Buffer.from(text, 'base64');
  const aligned = bytes.byteOffset % 8 === 0 ? bytes : Buffer.from(Uint8Array.from(bytes).buffer);
  const numbers = new Float64Array(aligned.buffer, aligned.byteOffset, Math.floor(aligned.byteLength / 8));
  const rows = numbers[0] ?? 0;
  let at = 1 + COLUMNS.length;
  const read = (kind: number, last: Float64Array): Float64Array => {
    if (kind === AS_LAST) return last;
    const from = at;
    at += kind === CONSTANT ? 1 : kind === SMALL ? padded(rows * 4) / 8 : rows;
    if (kind === CONSTANT) return new Float64Array(rows).fill(numbers[from] ?? 0);
    if (kind === FULL) return numbers.subarray(from, from + rows);
    return Float64Array.from(new Int32Array(aligned.buffer, aligned.byteOffset + from * 8, rows));
  };
  const kind = (place: number) => numbers[1 + place] ?? FULL;
  const seriesId = read(kind(0), numbers);
  const last = read(kind(LAST), numbers);
  return {
    day,
    seriesId,
    last,
    lastAtMs: read(kind(2), last),
    lastReceivedAtMs: read(kind(3), last),
    lastRunId: read(kind(4), last),
    newestReceivedAtMs: read(kind(5), last),
    sum: read(kind(6), last),
    count: read(kind(7), last),
    min: read(kind(8), last),
    max: read(kind(9), last),
    values:
      at === numbers.length
        ? null
        : { starts: numbers.subarray(at, at + rows + 1), pairs: numbers.subarray(at + rows + 1) },
  };
}
