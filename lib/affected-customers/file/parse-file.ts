import { setImmediate } from 'node:timers/promises';
import { type CsvRow, csvRows } from '#lib/import/csv-rows.ts';
import { searchInput } from '#lib/platform/text-input.ts';
import { Refusal } from '#lib/platform/verdict.ts';
import type { CustomerSort } from '../customer-sort.ts';

/** Headings of the columns that identify a customer, in order of priority. */
const HEADINGS: Readonly<Record<CustomerSort, readonly string[]>> = {
  accounts: ['number', 'account number', 'account_number', 'account', 'name', 'company', 'customer'],
  consumers: ['email', 'email address', 'consumer', 'name', 'customer'],
};

const MAX_ROWS = 100_000;
/** Lines parsed before other requests get a turn. */
const LINES_AT_ONCE = 2_000;

/** How a row of a file identifies its customer. */
export type NamedInFile = { line: number; said: string; isReadable: boolean };

/** The lines of a text, one at a time. */
async function* linesOf(text: string): AsyncGenerator<string> {
  let start = 0;
  for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g)) {
    yield text.slice(start, index);
    start = index + end.length;
  }
  yield text.slice(start);
}

const normal = (text: string) => text.trim().toLowerCase();

/** A name in Unicode normal form with plain spaces, because users compare what they see. */
const asSeen = (text: string) => searchInput(text).normalize('NFC').replaceAll(/\s/gu, ' ');

/** The columns that identify customers; in a file without headings, the first column. */
function columnsOf(first: CsvRow, of: CustomerSort): { columns: number[]; isHeaded: boolean } {
  const headings = (first.values ?? []).map(normal);
  const columns = HEADINGS[of].map((name) => headings.indexOf(name)).filter((at) => at >= 0);
  return columns.length > 0 ? { columns, isHeaded: true } : { columns: [0], isHeaded: false };
}

/**
 * MAJ-5, ADM-10 · The customer of each row of a file, one for each row. Parsing pauses regularly so that other requests are
 * answered. Refused: MAJ-5 for too many rows.
 */
export async function parseFile(of: CustomerSort, text: string): Promise<NamedInFile[]> {
  const namedRows: NamedInFile[] = [];
  let place: ReturnType<typeof columnsOf> | null = null;
  let rows = 0;
  for await (const { line, values } of csvRows(linesOf(text))) {
    if (++rows % LINES_AT_ONCE === 0) await setImmediate();
    if (!place) {
      place = columnsOf({ line, values }, of);
      if (place.isHeaded) continue;
    }
    if (namedRows.length === MAX_ROWS)
      throw new Refusal('MAJ-5', 'The file has too many rows: 100,000 at most.', { field: 'text' });
    const name = place.columns.map((at) => asSeen(values?.[at] ?? '')).find((value) => value !== '') ?? '';
    namedRows.push({ line, said: name, isReadable: values !== null });
  }
  return namedRows;
}
