import { fetchJson } from '#components/ui/fetch-json.ts';
import type { ListNumbers } from '#lib/list/list-numbers.ts';
import { kindOfPath } from '#lib/record/kind.ts';
import { type RememberedList, rememberList } from './list-memory.ts';
import { startOf } from './list-place.ts';

/** Goes on to the page of a list that lies at this address, and remembers it; the numbers on it. */
export async function turnPage(list: RememberedList, href: string): Promise<readonly string[]> {
  const { pathname, search } = new URL(href, location.origin);
  const kind = kindOfPath(pathname.split('/').at(-1) ?? '');
  const query = new URLSearchParams({ kind: kind ?? '', query: search.slice(1) });
  const { numbers, next, previous } = await fetchJson<ListNumbers>(`/api/list-numbers?${query}`);
  const page = { href, numbers, next, previous };
  // A page that has become empty says nothing of where one is.
  if (numbers.length > 0) rememberList({ ...list, ...page, start: startOf(page, list) });
  return numbers;
}
