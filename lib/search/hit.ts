import type { StateEntry } from '#lib/record/definition.ts';
import {
  type KindPath,
  type TaskKind,
  taskKindNames,
  taskKinds,
  topLevelKindNames,
  withParts,
} from '#lib/record/kind.ts';

/** What a search finds. */
export type HitSort = TaskKind | 'account' | 'contact' | 'consumer' | 'article' | 'configuration_item';

/** A piece of text; `marked` if it matches the search. */
export type Piece = { text: string; marked: boolean };

/** Where the words were found. */
export type Place = 'number' | 'title' | 'description' | 'comment' | 'work_note' | 'name' | 'email' | 'text';

/** A search hit: what it is, its link, and where the words occur in it. */
export type Hit = {
  id: string;
  sort: HitSort;
  /** Name of its type. */
  label: string;
  href: string;
  number: string | null;
  title: Piece[];
  /** The state of a record. */
  state: { label: string; tone: StateEntry['tone'] } | null;
  place: Place;
  /** Text around the match; empty if the title contains the words. */
  excerpt: Piece[];
  /** Author and time, for a comment or work note. */
  entry: { by: string; at: string } | null;
};

/** A filter for results: its label and the sorts it includes. */
type Scope = { label: string; sorts: readonly HitSort[] };

const kindScopes = Object.fromEntries(
  topLevelKindNames.map((kind): [string, Scope] => {
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

/** Record kinds with their parts, then everything else. The names are used in the URL. */
export const searchScopes: Readonly<Record<SearchScope, Scope>> = { ...kindScopes, ...otherScopes };

export const searchScopeNames = Object.keys(searchScopes) as SearchScope[];

/** Parses the scope in the URL; null means all. */
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

export function sortLabel(sort: HitSort): string {
  return isTaskKind(sort) ? taskKinds[sort].label : others[sort];
}
