/** What spreadsheets take for the start of a formula, also behind blanks. */
const FORMULA = /^\s*[=+\-@\t\r]/;

/**
 * Where lists are separated by semicolons, spreadsheets cut a field at these and at line breaks, also between quotation marks.
 * What then begins with a sign does harm only where it calls or refers to something; a list with dashes stays as it is.
 */
const INNER = /(?=[=+@-])(?<=[;\t\r\n][ \u00a0]*)(?=[=@]|[+-][^;\t\r\n]*[(|!])/g;
const INNER_QUOTED = /'(?=[=+@-])(?<=[;\t\r\n][ \u00a0]*')(?=[=@]|[+-][^;\t\r\n]*[(|!])/g;

/** A field of a CSV file. Text that a spreadsheet would run as a formula gets an apostrophe before it; numbers stay numbers. */
export function csvField(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const plain = value.replace(INNER, "'");
  const safe = FORMULA.test(plain) ? `'${plain}` : plain;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The text that a field stood for, where it was written by `csvField`. */
export function plainField(field: string): string {
  const whole = field.startsWith("'") && FORMULA.test(field.slice(1)) ? field.slice(1) : field;
  return whole.replace(INNER_QUOTED, '');
}

/** A whole file as RFC 4180 has it; unknown is empty. */
export const writeCsv = (rows: readonly (readonly (string | number | null)[])[]): string =>
  rows.map((row) => `${row.map(csvField).join(',')}\r\n`).join('');
