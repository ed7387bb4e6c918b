import { setImmediate } from 'node:timers/promises';
import type { Db } from '#lib/platform/db.ts';
import type { CustomerSort } from '../customer-sort.ts';
import { customersNamed, type Named } from '../queries/customers-named.ts';
import { type FileRow, rowResult } from '../rules/file-row.ts';
import type { NamedInFile } from './parse-file.ts';

const ROWS_AT_ONCE = 5_000;

/** MAJ-5, ADM-10 · What each row of a file would change: one customer for each, found by number, name or email address. */
export async function readFile(
  tx: Db,
  { of, listId }: { of: CustomerSort; listId: string | null },
  asked: readonly NamedInFile[],
): Promise<FileRow[]> {
  const named = await customersNamed(tx, { of, listId }, [...new Set(asked.map(({ said }) => said.toLowerCase()))]);
  const lines = new Map<string, number>();
  const results: FileRow[] = [];
  for (const row of asked) {
    if (results.length % ROWS_AT_ONCE === 0) await setImmediate();
    const found: readonly Named[] = named.get(row.said.toLowerCase()) ?? [];
    const result = rowResult(row, found, of, (id) => lines.get(id) ?? null);
    if (result.customerId) lines.set(result.customerId, row.line);
    results.push(result);
  }
  return results;
}
