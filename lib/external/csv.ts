/**
 * ACC-12 · Spreadsheets read a cell with this beginning as a formula, even after blanks or quotes, or in full-width characters.
 * An apostrophe before it marks text. A text that already begins with such an apostrophe gets a second one. In much of Europe
 * semicolons or tabs separate cells, so what follows one of these also counts as the beginning of a cell. So does what follows
 * a line break, which ends the row there, because the quote around the cell is not at its beginning.
 */
const BEGIN = '(?<![^;\\t\\r\\n])';
const FORMULA = String.raw`(?='*(?:(?<=^'*)[\t\r]|(?:(?![\t\r\n])[\s\p{Cc}\p{Cf}"])*[=+\-@|＝＋－＠｜﹦﹢﹣﹫]))`;
const BARE = new RegExp(`${BEGIN}${FORMULA}`, 'gu');
const PROTECTED = new RegExp(`${BEGIN}'${FORMULA}`, 'gu');

/** The bytes at the start of a file by which Excel recognizes UTF-8. */
export const BYTE_ORDER_MARK = '\ufeff';

/** One line of CSV (RFC 4180). Numbers are not quoted. */
export function csvLine(cells: readonly (string | number | boolean | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: string | number | boolean | null): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const text = cell.replace(BARE, "'");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A cell without the protection against formulas. */
export function withoutProtection(cell: string): string {
  return cell.replace(PROTECTED, '');
}
