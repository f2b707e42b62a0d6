import type { Content } from 'pdfmake/interfaces';
import type { Block, BlockOf } from '../report-model.ts';
import { drawBars, drawMap, drawSpread } from './charts.ts';
import { flow } from './flow.ts';
import { COLORS } from './paint.ts';
import { drawTable, HAIRLINES, ROWS_KEPT_TOGETHER } from './tables.ts';

/** One part of a report. A figure has its title, which also stands among the bookmarks, and its note. */
export function drawBlock(block: Block, given: { section: string; steps: number }): Content {
  switch (block.kind) {
    case 'paragraph':
      return { ...flow(block.text), style: 'paragraph' };
    case 'lead':
      return { ...flow(block.text), style: 'lead' };
    case 'list':
      return drawList(block);
    case 'facts':
      return drawFacts(block);
    case 'table':
      return figure(block, given.section, drawTable(block));
    case 'bars':
      return figure(block, given.section, [drawBars(block)]);
    case 'heat-map':
      return figure(block, given.section, [drawMap(block, given.steps)]);
    case 'spread':
      return figure(block, given.section, [drawSpread(block)]);
  }
}

type Figure = { title: string; note: string; rows: readonly unknown[] };

/** What fits on a page stays together; a title never stands alone at a foot. */
function figure({ title, note, rows }: Figure, section: string, drawn: Content[]): Content {
  const heading: Content = { ...flow(title), style: 'figureTitle', outline: true, outlineParentId: section };
  const stack = [heading, ...drawn, ...(note === '' ? [] : [{ ...flow(note), style: 'note' }])];
  return { stack, margin: [0, 0, 0, 14], unbreakable: rows.length <= ROWS_KEPT_TOGETHER };
}

function drawList({ title, ordered, items }: BlockOf<'list'>): Content {
  const lines = items.map((text) => ({
    ...flow(text),
    margin: [0, 0, 0, 2] satisfies [number, number, number, number],
  }));
  const list: Content = ordered ? { ol: lines, style: 'list' } : { ul: lines, style: 'list' };
  return { stack: [{ text: title, style: 'figureTitle' }, list], margin: [0, 2, 0, 8], unbreakable: true };
}

/** Two beside each other: the number large, what it is, how sure. */
function drawFacts({ items }: BlockOf<'facts'>): Content {
  const fact = ({ label, value, note }: BlockOf<'facts'>['items'][number]): Content => ({
    stack: [
      { canvas: [{ type: 'line', x1: 0, y1: 0, x2: 235, y2: 0, lineColor: COLORS.hairline, lineWidth: 0.7 }] },
      { text: value, style: 'figure' },
      { text: label, bold: true },
      { text: note, style: 'small' },
    ],
    margin: [0, 0, 0, 10],
  });
  const rows = Array.from({ length: Math.ceil(items.length / 2) }, (_, row) =>
    [items[2 * row], items[2 * row + 1]].map((item) => (item === undefined ? { text: '' } : fact(item))),
  );
  return { layout: { ...HAIRLINES, hLineWidth: () => 0 }, table: { widths: ['*', '*'], body: rows } };
}
