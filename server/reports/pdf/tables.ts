import type { Content, CustomTableLayout, TableCell } from 'pdfmake/interfaces';
import type { BlockOf } from '../report-model.ts';
import { flow, isHash } from './flow.ts';
import { COLORS } from './paint.ts';

/** Up to here a table stays on one page; a longer one may break between rows, under its repeated head. */
export const ROWS_KEPT_TOGETHER = 14;

/** Hairlines between the rows, and nothing else. */
export const HAIRLINES: CustomTableLayout = {
  hLineWidth: (index) => (index === 0 ? 0 : 0.5),
  vLineWidth: () => 0,
  hLineColor: () => COLORS.hairline,
  paddingLeft: (index) => (index === 0 ? 0 : 5),
  paddingRight: () => 5,
  paddingTop: () => 2.5,
  paddingBottom: () => 2.5,
};

/** Columns that hold sentences share what the others leave. */
export function drawTable({ columns, rows }: BlockOf<'table'>): Content[] {
  if (rows.length === 0) return [];
  const alignment = (index: number) => (columns[index]?.numeric ? ('right' as const) : ('left' as const));
  const head: TableCell[] = columns.map(({ name }, index) => ({
    text: name,
    style: 'head',
    alignment: alignment(index),
    noWrap: columns[index]?.numeric ?? false,
  }));
  const body: TableCell[][] = rows.map((row) =>
    row.map((text, index) => ({
      ...flow(text),
      alignment: alignment(index),
      noWrap: columns[index]?.numeric ?? false,
      ...(index === 0 ? { bold: true } : {}),
      ...(isHash(text) ? { font: 'Mono', fontSize: 7 } : {}),
    })),
  );
  return [
    {
      style: 'table',
      layout: HAIRLINES,
      table: {
        headerRows: 1,
        keepWithHeaderRows: 1,
        dontBreakRows: true,
        widths: widthsOf(columns, rows),
        body: [head, ...body],
      },
    },
  ];
}

/** A column whose longest text is short takes what it needs; the others share the rest by how much they say. */
function widthsOf(columns: BlockOf<'table'>['columns'], rows: string[][]): (number | '*' | 'auto')[] {
  const longest = columns.map(({ name }, index) =>
    Math.max(name.length, ...rows.map((row) => row[index]?.length ?? 0)),
  );
  const most = Math.max(...longest);
  const holdsHashes = (index: number) => rows.some((row) => isHash(row[index] ?? ''));
  return longest.map((length, index) => {
    const isNarrow = columns[index]?.numeric || (length < SHORT && length < most);
    return isNarrow || holdsHashes(index) ? 'auto' : '*';
  });
}

const SHORT = 22;
