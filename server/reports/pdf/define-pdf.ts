import type { Content, StyleDictionary, TDocumentDefinitions } from 'pdfmake/interfaces';
import type { Report, Section } from '../report-model.ts';
import { drawBlock } from './draw-block.ts';
import { flow } from './flow.ts';
import { COLORS } from './paint.ts';

const [SIDE, TOP, BOTTOM] = [54, 54, 64] as const;

const STYLES: StyleDictionary = {
  title: { fontSize: 27, bold: true, lineHeight: 1.1 },
  coverLine: { fontSize: 10.5, color: COLORS.muted, margin: [0, 4, 0, 14] },
  standing: { color: COLORS.needsYou, margin: [0, 0, 0, 10] },
  sectionTitle: { fontSize: 17, bold: true, margin: [0, 0, 0, 10] },
  figureTitle: { fontSize: 11, bold: true, margin: [0, 0, 0, 4] },
  lead: { fontSize: 14, lineHeight: 1.25, margin: [0, 0, 0, 12] },
  figure: { fontSize: 19, margin: [0, 5, 0, 0] },
  paragraph: { margin: [0, 0, 0, 7] },
  list: { margin: [4, 0, 0, 0] },
  table: { fontSize: 8.5, lineHeight: 1.15 },
  head: { color: COLORS.muted },
  small: { fontSize: 8, color: COLORS.muted },
  note: { fontSize: 8, color: COLORS.muted, margin: [0, 4, 0, 0] },
};

/**
 * The report as pdfmake takes it. Nothing in it tells when or where it was made: the same report and time give the same bytes.
 * pdfmake changes what it is given, so each file wants a definition of its own.
 */
export function definePdf(report: Report, createdAt: string): TDocumentDefinitions {
  const { title, coverLine, standing, footer, platform } = report;
  const at = new Date(createdAt);
  return {
    pageSize: 'A4',
    pageMargins: [SIDE, TOP, SIDE, BOTTOM],
    version: '1.7',
    language: 'en',
    displayTitle: true,
    info: {
      ...{ title, author: platform.name, subject: coverLine, keywords: footer.hash ?? '' },
      ...{ creator: 'Plumbline', producer: 'Plumbline', creationDate: at, modDate: at },
    },
    defaultStyle: { font: 'Sans', fontSize: 10, lineHeight: 1.25, color: COLORS.ink },
    styles: STYLES,
    footer: (page, pages) => footerOf(footer, `${page} / ${pages}`),
    content: [
      { ...flow(title), style: 'title' },
      { text: coverLine, style: 'coverLine' },
      ...(standing === '' ? [] : [{ ...flow(standing), style: 'standing' }]),
      ...report.sections.flatMap((section) => drawSection(section, report.levels.length)),
    ],
  };
}

function drawSection({ id, title, startsPage, blocks }: Section, steps: number): Content[] {
  const heading: Content = {
    text: title,
    style: 'sectionTitle',
    id,
    outline: true,
    outlineExpanded: false,
    ...(startsPage ? {} : { margin: [0, 8, 0, 10] }),
  };
  const [first, ...rest] = blocks.map((block) => drawBlock(block, { section: id, steps }));
  if (first === undefined) return [heading];
  // the heading of a section never stands alone at the foot of a page
  return [{ stack: [heading, first], unbreakable: true, ...(startsPage ? { pageBreak: 'before' } : {}) }, ...rest];
}

/** What it is and the hash that names it, and where in it one is. */
function footerOf({ line, hash }: Report['footer'], page: string): Content {
  return {
    margin: [SIDE, 22, SIDE, 0],
    fontSize: 7,
    color: COLORS.muted,
    columns: [
      { stack: [line, ...(hash === null ? [] : [{ text: hash, font: 'Mono' }])], lineHeight: 1.35 },
      { text: page, width: 60, alignment: 'right', fontSize: 8 },
    ],
  };
}
