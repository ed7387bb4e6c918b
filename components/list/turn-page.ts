import { fetchJson } from '#components/ui/fetch-json.ts';
import type { ListNumbers } from '#lib/list/list-numbers.ts';
import { kindOfPath } from '#lib/record/kind.ts';
import { type RememberedList, rememberList } from './list-memory.ts';
import { startOf } from './list-place.ts';

/** Loads and remembers the list page at this address; returns the record numbers on it. */
export async function turnPage(list: RememberedList, href: string): Promise<readonly string[]> {
  const { pathname, search } = new URL(href, location.origin);
  const kind = kindOfPath(pathname.split('/').at(-1) ?? '');
  const query = new URLSearchParams({ kind: kind ?? '', query: search.slice(1) });
  const { numbers, next, previous } = await fetchJson<ListNumbers>(`/api/list-numbers?${query}`);
  const page = { href, numbers, next, previous };
  // An empty page tells nothing about the position.
  if (numbers.length > 0) rememberList({ ...list, ...page, start: startOf(page, list) });
  return numbers;
}
