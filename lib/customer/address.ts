import { searchInput } from '#lib/platform/text-input.ts';
import type { NameCursor } from './queries/list-customers.ts';

type Params = Readonly<Record<string, string | readonly string[] | undefined>>;
export type CustomersAddress = { words: string; after?: NameCursor | null; before?: NameCursor | null };

const CURSOR = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})~([^\0]*)$/;

function parseCursor(text: string | undefined): NameCursor | null {
  const [, id, name] = CURSOR.exec(text ?? '') ?? [];
  return id !== undefined && name !== undefined ? { id, name } : null;
}

/** Parses the address of a customer list; invalid parts are ignored. */
export function parseCustomersAddress(params: Params): CustomersAddress {
  const text = (name: string) => [params[name] ?? []].flat()[0];
  return {
    words: searchInput(text('q') ?? ''),
    after: parseCursor(text('after')),
    before: parseCursor(text('before')),
  };
}

/** The address of a page of a customer list. */
export function customersHref(path: string, { words, after, before }: CustomersAddress): string {
  const params = new URLSearchParams();
  if (words) params.set('q', words);
  if (after) params.set('after', `${after.id}~${after.name}`);
  if (before) params.set('before', `${before.id}~${before.name}`);
  return params.size > 0 ? `${path}?${params}` : path;
}
