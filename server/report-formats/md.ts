import type { Block, BlockOf, Column, Report, Section } from '../reports/report-model.ts';
import type { ReportFormat } from './report-format.ts';

/** The report as Markdown, for wikis and pull requests. */
export const md = {
  key: 'md',
  mediaType: 'text/markdown; charset=utf-8',
  write: ({ report }) =>
    [
      `# ${escapeText(report.title)}`,
      escapeText(report.coverLine),
      ...(report.standing === '' ? [] : [`**${escapeText(report.standing)}**`]),
      ...report.sections.flatMap(writeSection),
      '---',
      footerOf(report),
      '',
    ].join('\n\n'),
} satisfies ReportFormat;

const footerOf = ({ footer }: Report) => `${escapeText(footer.line)} · \`${footer.hash ?? ''}\``;

function writeSection({ title, blocks }: Section): string[] {
  return [`## ${escapeText(title)}`, ...blocks.flatMap(writeBlock)];
}

function writeBlock(block: Block): string[] {
  switch (block.kind) {
    case 'paragraph':
      return [escapeText(block.text)];
    case 'lead':
      return [`**${escapeText(block.text)}**`];
    case 'list':
      return [
        heading(block.title),
        block.items.map((item, index) => `${block.ordered ? `${index + 1}.` : '*'} ${escapeText(item)}`).join('\n'),
      ];
    case 'facts':
      return [
        block.items
          .map((fact) => `* **${escapeText(fact.value)}** ${escapeText(`${fact.label} (${fact.note})`)}`)
          .join('\n'),
      ];
    case 'table':
      return [heading(block.title), ...tableLines(block.columns, block.rows), ...noteOf(block.note)];
    case 'bars':
      return [heading(block.title), block.rows.flatMap(barLines).join('\n'), ...noteOf(block.note)];
    case 'heat-map': {
      const columns = ['', ...block.aspects].map((name) => ({ name, numeric: false }));
      const rows = block.rows.map((row) => [row.name, ...row.cells.map(({ now }) => now.words)]);
      return [heading(block.title), ...tableLines(columns, rows)];
    }
    case 'spread':
      return [heading(block.title), block.rows.flatMap(spreadLines).join('\n'), ...noteOf(block.note)];
  }
}

const heading = (title: string) => `### ${escapeText(title)}`;
const noteOf = (note: string) => (note === '' ? [] : [escapeText(note)]);

/** A break stands on a line of its own, where the series breaks. */
const barLines = ({ name, words, breaks }: BlockOf<'bars'>['rows'][number]) =>
  [...breaks.map((why) => `– – – ${why}`), `${name}: ${words}`].map((line) => `* ${escapeText(line)}`);

const spreadLines = ({ name, bars }: BlockOf<'spread'>['rows'][number]) =>
  bars.map(({ period, words }) => `* ${escapeText(`${name}, ${period}: ${words}`)}`);

function tableLines(columns: Column[], rows: string[][]): string[] {
  if (rows.length === 0) return [];
  const line = (cells: string[]) => `| ${cells.map((cell) => escapeText(cell) || ' ').join(' | ')} |`;
  const rule = `| ${columns.map(({ numeric }) => (numeric ? '--:' : '---')).join(' | ')} |`;
  return [[line(columns.map(({ name }) => name)), rule, ...rows.map(line)].join('\n')];
}

/** Text that is text: nothing in it may become mark-up, a table's border or a line of its own. */
function escapeText(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#|~]/g, '\\$&')
    .replace(/\s*[\r\n]+\s*/g, ' ')
    .replace(/^(\d+)\./, '$1\\.')
    .replace(/^([-+])/, '\\$1');
}
