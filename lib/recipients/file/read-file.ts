import { type CsvRow, csvRows } from '#lib/import/csv-rows.ts';
import type { Db } from '#lib/platform/db.ts';
import { searchInput } from '#lib/platform/text-input.ts';
import type { CustomerSort } from '../customer-sort.ts';
import { customersNamed, type Named } from '../queries/customers-named.ts';
import { type FileRow, rowResult } from '../rules/file-row.ts';

/** How the column is headed that says who is meant, in the order in which they are believed. */
const HEADINGS: Readonly<Record<CustomerSort, readonly string[]>> = {
  accounts: ['number', 'account number', 'account_number', 'account', 'name', 'company', 'customer'],
  consumers: ['email', 'email address', 'consumer', 'name', 'customer'],
};

async function* linesOf(text: string): AsyncGenerator<string> {
  yield* text.split(/\r\n|\r|\n/);
}

const normal = (text: string) =>
  text
    .replace(/^\uFEFF/, '')
    .trim()
    .toLowerCase();

/** Where the columns are that say who is meant; a file without headings says it in its first column. */
function columnsOf(first: CsvRow | undefined, of: CustomerSort): { columns: number[]; isHeaded: boolean } {
  const headings = (first?.values ?? []).map(normal);
  const columns = HEADINGS[of].map((name) => headings.indexOf(name)).filter((at) => at >= 0);
  return columns.length > 0 ? { columns, isHeaded: true } : { columns: [0], isHeaded: false };
}

/** MAJ-5, ADM-10 · What each row of a file would do to a list: one customer for each, named by number, name or email address. */
export async function readFile(
  tx: Db,
  { of, listId }: { of: CustomerSort; listId: string | null },
  text: string,
): Promise<FileRow[]> {
  const rows = await Array.fromAsync(csvRows(linesOf(text)));
  const { columns, isHeaded } = columnsOf(rows[0], of);
  const asked = rows.slice(isHeaded ? 1 : 0).map(({ line, values }) => {
    const said = columns.map((at) => searchInput(values?.[at] ?? '')).find((value) => value !== '') ?? '';
    return { line, said, isReadable: values !== null };
  });
  const named = await customersNamed(tx, { of, listId }, [...new Set(asked.map(({ said }) => said.toLowerCase()))]);
  const lines = new Map<string, number>();
  return asked.map((row) => {
    const found: readonly Named[] = named.get(row.said.toLowerCase()) ?? [];
    const result = rowResult(row, found, of, (id) => lines.get(id) ?? null);
    if (result.customerId) lines.set(result.customerId, row.line);
    return result;
  });
}
