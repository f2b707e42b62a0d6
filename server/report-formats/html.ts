import { drawMeter } from '../reports/draw-meter.ts';
import { cssString, escapeHtml as e } from '../reports/escape-html.ts';
import { shadeOf } from '../reports/meter-shapes.ts';
import { PRINT_CSS } from '../reports/print-css.ts';
import type { Block, BlockOf, Column, Report, Section } from '../reports/report-model.ts';
import type { ReportFormat } from './report-format.ts';

/** The report as one file that any browser opens and prints: nothing in it is fetched or run. */
export const html = {
  key: 'html',
  mediaType: 'text/html; charset=utf-8',
  write: ({ report }) => `<!doctype html>
<html lang="en" style="${footerVariables(report)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${e(report.title)}</title><style>${PRINT_CSS}</style></head>
<body><main class="report"><header><h1>${e(report.title)}</h1><p class="cover">${e(report.coverLine)}</p>
${report.standing === '' ? '' : `<p class="standing">${e(report.standing)}</p>`}</header>
${report.sections.map((section) => writeSection(section, report)).join('\n')}
<footer><p>${e(report.footer.line)}</p><p><code>${e(report.footer.hash ?? '')}</code></p></footer></main></body></html>
`,
} satisfies ReportFormat;

function footerVariables({ footer }: Report): string {
  return `--report-line:${cssString(footer.line)};--report-hash:${cssString(footer.hash ?? '')}`;
}

function writeSection({ id, title, startsPage, blocks }: Section, report: Report): string {
  const body = blocks.map((block) => writeBlock(block, report)).join('\n');
  return `<section id="${e(id)}"${startsPage ? ' class="page"' : ''}><h2>${e(title)}</h2>\n${body}</section>`;
}

function writeBlock(block: Block, report: Report): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${e(block.text)}</p>`;
    case 'lead':
      return `<p class="lead">${e(block.text)}</p>`;
    case 'list':
      return `<h3>${e(block.title)}</h3>${writeList(block)}`;
    case 'facts':
      return `<dl class="facts">${block.items.map(writeFact).join('')}</dl>`;
    case 'table':
      return figure(
        block,
        writeTable(
          block.columns,
          block.rows.map((row) => row.map(e)),
        ),
      );
    case 'bars':
      return figure(block, `<table class="bars"><tbody>${block.rows.map(writeBar).join('')}</tbody></table>`);
    case 'heat-map':
      return figure(block, writeMap(block, report.levels.length));
    case 'spread':
      return figure(block, writeSpread(block));
  }
}

const figure = ({ title, note }: { title: string; note: string }, body: string) =>
  `<figure><figcaption><h3>${e(title)}</h3></figcaption>${body}${note === '' ? '' : `<p class="note">${e(note)}</p>`}</figure>`;

const writeFact = ({ label, value, note }: { label: string; value: string; note: string }) =>
  `<div><dt>${e(label)}</dt><dd><strong>${e(value)}</strong><span>${e(note)}</span></dd></div>`;

/** Cells are HTML already. */
function writeTable(columns: Column[], rows: string[][]): string {
  if (rows.length === 0) return '';
  const attribute = (index: number) => (columns[index]?.numeric ? ' class="numeric"' : '');
  const head = columns.map(({ name }, index) => `<th scope="col"${attribute(index)}>${e(name)}</th>`).join('');
  const body = rows.map(
    ([first = '', ...rest]) =>
      `<tr><th scope="row">${first}</th>${rest.map((cell, index) => `<td${attribute(index + 1)}>${cell}</td>`).join('')}</tr>`,
  );
  return `<table><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}

function writeList({ ordered, items }: BlockOf<'list'>): string {
  const tag = ordered ? 'ol' : 'ul';
  return `<${tag}>${items.map((item) => `<li>${e(item)}</li>`).join('')}</${tag}>`;
}

function writeMap(map: BlockOf<'heat-map'>, steps: number): string {
  const columns = ['', ...map.aspects].map((name) => ({ name, numeric: false }));
  const rows = map.rows.map(({ name, cells }) => [
    e(name),
    ...cells.map(
      ({ now, before }) =>
        `<span class="pair">${before === null ? '' : drawMeter(before, steps, 'before')}${drawMeter(now, steps)}</span>`,
    ),
  ]);
  return `<div class="map">${writeTable(columns, rows)}</div>`;
}

/** Each aspect with one bar a quarter; the parts of a bar are as wide as their counts. */
function writeSpread({ rows }: BlockOf<'spread'>): string {
  const part = (n: number, step: number, { length }: readonly number[]) =>
    n === 0 ? '' : `<span class="step step-${shadeOf(step, length - 1)}" style="flex-grow:${n}">${n}</span>`;
  const bar = ({ period, counts, words }: BlockOf<'spread'>['rows'][number]['bars'][number]) =>
    `<div class="spread"><span class="period">${e(period)}</span><span class="steps" role="img" aria-label="${e(words)}">${counts.map(part).join('')}</span></div>`;
  const row = ({ name, bars }: BlockOf<'spread'>['rows'][number]) =>
    `<tr><th scope="row">${e(name)}</th><td>${bars.map(bar).join('')}</td></tr>`;
  return `<table class="bars"><tbody>${rows.map(row).join('')}</tbody></table>`;
}

type Bar = BlockOf<'bars'>['rows'][number];

function writeBar({ name, value, low, high, words, breaks }: Bar): string {
  const x = (share: number) => Math.round(share * 2000) / 10;
  const range = low === null || high === null ? '' : `<path class="range" d="M${x(low)} 6H${x(high)}"/>`;
  const bar = value === null ? '' : `<path class="bar" d="M0 2H${x(value)}V10H0z"/>`;
  const drawn = `<svg viewBox="0 0 200 12" width="100%" height="12" preserveAspectRatio="none" aria-hidden="true"><path class="track" d="M0 6H200"/>${bar}${range}</svg>`;
  const broken = breaks.length === 0 ? '' : `<tr class="break"><td colspan="3">${e(breaks.join('; '))}</td></tr>`;
  return `${broken}<tr><th scope="row">${e(name)}</th><td>${drawn}</td><td class="numeric">${e(words)}</td></tr>`;
}
