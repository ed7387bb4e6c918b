import type { StateEntry } from '#lib/record/definition.ts';
import { type KindPath, type TaskKind, taskKindNames, taskKinds, wholeKindNames, withParts } from '#lib/record/kind.ts';

/** What a search finds. */
export type HitSort = TaskKind | 'account' | 'contact' | 'consumer' | 'article' | 'configuration_item';

/** A part of a text, and whether it is what was searched for. */
export type Piece = { text: string; marked: boolean };

/** Where the words were found. */
export type Place = 'number' | 'title' | 'description' | 'comment' | 'work_note' | 'name' | 'email' | 'text';

/** One thing that was found: what it is, where it leads, and where the words stand in it. */
export type Hit = {
  id: string;
  sort: HitSort;
  /** What it is, in a word. */
  label: string;
  href: string;
  number: string | null;
  title: Piece[];
  /** The state of a record. */
  state: { label: string; tone: StateEntry['tone'] } | null;
  place: Place;
  /** The words around, unless the title has them. */
  excerpt: Piece[];
  /** Of a comment or work note: who wrote it, and when. */
  entry: { by: string; at: string } | null;
};

/** What the results can be narrowed to: how it is called, and what is found there. */
type Scope = { label: string; sorts: readonly HitSort[] };

const kindScopes = Object.fromEntries(
  wholeKindNames.map((kind): [string, Scope] => {
    const { path, plural } = taskKinds[kind];
    return [path, { label: plural, sorts: withParts(kind) }];
  }),
) as Readonly<Record<KindPath, Scope>>;

const otherScopes = {
  customers: { label: 'Customers', sorts: ['account', 'contact', 'consumer'] },
  articles: { label: 'Articles', sorts: ['article'] },
  'configuration-items': { label: 'Configuration items', sorts: ['configuration_item'] },
} as const satisfies Record<string, Scope>;

export type OtherScope = keyof typeof otherScopes;

export type SearchScope = KindPath | OtherScope;

/** Each kind with its parts, and what else there is; names stand in the address. */
export const searchScopes: Readonly<Record<SearchScope, Scope>> = { ...kindScopes, ...otherScopes };

export const searchScopeNames = Object.keys(searchScopes) as SearchScope[];

/** The scope of an address; null for all. */
export function parseScope(text: string | undefined): SearchScope | null {
  return searchScopeNames.find((name) => name === text) ?? null;
}

const others: Readonly<Record<Exclude<HitSort, TaskKind>, string>> = {
  account: 'Account',
  contact: 'Contact',
  consumer: 'Consumer',
  article: 'Article',
  configuration_item: 'Configuration item',
};

const isTaskKind = (sort: HitSort): sort is TaskKind => taskKindNames.some((kind) => kind === sort);

/** How one of the sort is called. */
export function sortLabel(sort: HitSort): string {
  return isTaskKind(sort) ? taskKinds[sort].label : others[sort];
}
