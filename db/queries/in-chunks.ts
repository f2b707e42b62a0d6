/** Few enough rows for the parameters that one statement may carry. */
const ROWS = 500;

/** The rows in pieces that fit into one statement each. */
export function inChunks<Row>(rows: readonly Row[]): Row[][] {
  const chunks: Row[][] = [];
  for (let i = 0; i < rows.length; i += ROWS) chunks.push(rows.slice(i, i + ROWS));
  return chunks;
}
