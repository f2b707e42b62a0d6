import { method } from '../sections/method.ts';
import { column, type SheetBuilder, text } from './sheet.ts';

/** How to read it and how to check it, as in the report. */
export const methodSheet: SheetBuilder = (material) => {
  const { blocks, title } = method(material);
  return {
    name: material.texts.workbook.sheets.method,
    columns: [column(title, 90), column('', 70)],
    rows: blocks.flatMap((block) => {
      if (block.kind === 'paragraph') return [[text(block.text)]];
      if (block.kind !== 'table') return [];
      return [...block.rows.map((row) => row.map(text)), [text(block.note)]];
    }),
  };
};
