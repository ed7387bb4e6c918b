/** Spreadsheets take a cell that begins so for a formula; the apostrophe says that it is text. */
const FORMULA = /^[=+\-@\t\r]/;

/** One line of CSV (RFC 4180). Numbers stay as they are. */
export function csvLine(cells: readonly (string | number | boolean | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: string | number | boolean | null): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Spec 14 · A time as it stands external: UTC, `YYYY-MM-DD HH:MM:SS`. */
export function outsideTime(at: Date | null): string {
  return at ? at.toISOString().slice(0, 19).replace('T', ' ') : '';
}
