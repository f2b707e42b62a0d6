import type { Cell } from 'write-excel-file/node';
import { COLORS } from '../pdf/paint.ts';
import type { Material } from '../report-material.ts';
import { backlogSheet } from './backlog-sheet.ts';
import { cellsSheet } from './cells-sheet.ts';
import { changesSheet } from './changes-sheet.ts';
import { criteriaSheet } from './criteria-sheet.ts';
import { exemptionsSheet } from './exemptions-sheet.ts';
import { ledgerSheet } from './ledger-sheet.ts';
import { methodSheet } from './method-sheet.ts';
import type { Sheet, SheetBuilder } from './sheet.ts';
import { summarySheet } from './summary-sheet.ts';
import { surveysSheet } from './surveys-sheet.ts';
import { withoutTimes } from './zip-times.ts';

/** In the order of the tabs. */
const SHEETS: readonly SheetBuilder[] = [
  summarySheet,
  cellsSheet,
  criteriaSheet,
  changesSheet,
  surveysSheet,
  backlogSheet,
  ledgerSheet,
  exemptionsSheet,
  methodSheet,
];

/** The report as a workbook. The library loads with the first one. */
export async function writeWorkbook(material: Material): Promise<Uint8Array> {
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const sheets = SHEETS.map((build) => laidOut(build(material)));
  return withoutTimes(await writeExcelFile(sheets, { fontFamily: 'Calibri', fontSize: 11 }).toBuffer());
}

function laidOut({ name, columns, rows }: Sheet) {
  const head = columns.map(
    (column): Cell => ({
      ...{ value: column.name, type: String, fontWeight: 'bold', textColor: COLORS.muted, wrap: true },
      ...{ bottomBorderStyle: 'thin', bottomBorderColor: COLORS.line, alignVertical: 'bottom' },
    }),
  );
  const widths = columns.map(({ width }) => ({ width }));
  return {
    sheet: name,
    data: [head, ...rows],
    columns: widths,
    stickyRowsCount: 1,
    showGridLines: false,
    orientation: 'landscape' as const,
  };
}
