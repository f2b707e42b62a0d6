/** What spreadsheets take for the start of a formula, also behind blanks. */
const FORMULA = /^\s*[=+\-@\t\r]/;

/** A field of a CSV file. Text that a spreadsheet would run as a formula gets an apostrophe before it; numbers stay numbers. */
export function csvField(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The text that a field stood for, where it was written by `csvField`. */
export const plainField = (field: string): string =>
  field.startsWith("'") && FORMULA.test(field.slice(1)) ? field.slice(1) : field;

/** A whole file as RFC 4180 has it; unknown is empty. */
export const writeCsv = (rows: readonly (readonly (string | number | null)[])[]): string =>
  rows.map((row) => `${row.map(csvField).join(',')}\r\n`).join('');
