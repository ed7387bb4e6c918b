/** REC-2 · The default maximum of entries on a page. */
const MAX_ENTRIES = 50;

/** Q-19 · The maximum size of a page in bytes, as sent. Further entries are on the next page. */
const MAX_BYTES = 48_000;

/** How many rows a query reads for a page: one more shows whether another page follows. */
export const ROWS_OF_PAGE = MAX_ENTRIES + 1;

/**
 * REC-2, Q-19 · The entries that fit on a page, in order, from one up to `most`, and the last entry's row if more follow.
 * Renders one entry beyond the page at most, so that a page costs only its own entries.
 */
export async function fillPage<Row, Entry>(
  rows: readonly Row[],
  entryOf: (row: Row) => Promise<Entry>,
  most = MAX_ENTRIES,
): Promise<{ entries: Entry[]; last: Row | null }> {
  const entries: Entry[] = [];
  let bytes = 0;
  for (const row of rows.slice(0, most)) {
    const entry = await entryOf(row);
    bytes += Buffer.byteLength(JSON.stringify(entry));
    if (bytes > MAX_BYTES && entries.length > 0) break;
    entries.push(entry);
  }
  return { entries, last: entries.length < rows.length ? (rows[entries.length - 1] ?? null) : null };
}
