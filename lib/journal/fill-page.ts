/** REC-2 · A page has at most so many entries, where its reader asks for no other number, ... */
const MOST_ENTRIES = 50;

/** Q-19 · ... and at most so many bytes, as they are sent; the rest is on the next one. */
const MOST_BYTES = 48_000;

/** How many rows a query reads for a page: one more tells whether there are others. */
export const ROWS_OF_PAGE = MOST_ENTRIES + 1;

/**
 * REC-2, Q-19 · As many entries as fit on a page, in order, at least one, `most` at most; and the row of the last one if there are more.
 * What no longer fits is not made, so that a page costs no more than what is on it and one entry.
 */
export async function fillPage<Row, Entry>(
  rows: readonly Row[],
  entryOf: (row: Row) => Promise<Entry>,
  most = MOST_ENTRIES,
): Promise<{ entries: Entry[]; last: Row | null }> {
  const entries: Entry[] = [];
  let bytes = 0;
  for (const row of rows.slice(0, most)) {
    const entry = await entryOf(row);
    bytes += Buffer.byteLength(JSON.stringify(entry));
    if (bytes > MOST_BYTES && entries.length > 0) break;
    entries.push(entry);
  }
  return { entries, last: entries.length < rows.length ? (rows[entries.length - 1] ?? null) : null };
}
