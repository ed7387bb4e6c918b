/**
 * ACC-12 · Spreadsheets take a cell that begins so for a formula, with blanks or quotes before it or in the wide characters of some
 * keyboards, too; an apostrophe says that it is text. A text with such an apostrophe of its own gets another one. Where
 * lists are separated by semicolons or tabs, as in much of Europe, a cell begins behind each of these as well, and behind a
 * line break, which ends the row there: the quote around the cell is not at a beginning.
 */
const BEGIN = '(?<![^;\\t\\r\\n])';
const FORMULA = String.raw`(?='*(?:(?<=^'*)[\t\r]|(?:(?![\t\r\n])[\s\p{Cc}\p{Cf}"])*[=+\-@|＝＋－＠｜﹦﹢﹣﹫]))`;
const BARE = new RegExp(`${BEGIN}${FORMULA}`, 'gu');
const PROTECTED = new RegExp(`${BEGIN}'${FORMULA}`, 'gu');

/** The bytes by which Excel knows a file as UTF-8: it stands before the first line. */
export const BYTE_ORDER_MARK = '\ufeff';

/** One line of CSV (RFC 4180). Numbers stay as they are. */
export function csvLine(cells: readonly (string | number | boolean | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: string | number | boolean | null): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const text = cell.replace(BARE, "'");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A cell as it was before it was protected. */
export function withoutProtection(cell: string): string {
  return cell.replace(PROTECTED, '');
}
