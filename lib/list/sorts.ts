import { parseIsoDateTime } from '#lib/platform/iso-date-time.ts';
import { isUuid } from '#lib/platform/uuid.ts';

const VALUES = {
  text: /^[^\0]{1,160}$/,
  /** A name, or empty. */
  name: /^[^\0]{0,255}$/,
  smallint: /^[1-9]$/,
  timestamptz: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
} as const;

/** What a list can be sorted by: the name in the URL, the column, and the format of its value in a cursor. */
export const listSorts = {
  number: { column: 'number', type: 'text' },
  title: { column: 'short_description', type: 'text', as: 'lower' },
  state: { column: 'state', type: 'text', as: 'position' },
  priority: { column: 'priority', type: 'smallint' },
  opened: { column: 'opened_at', type: 'timestamptz' },
  updated: { column: 'updated_at', type: 'timestamptz' },
  account: { column: 'account_name', type: 'name', as: 'folded' },
  person: { column: 'person_name', type: 'name', as: 'folded' },
  assignee: { column: 'assignee_name', type: 'name', as: 'folded' },
} as const satisfies Record<
  string,
  { column: string; type: keyof typeof VALUES; as?: 'lower' | 'position' | 'folded' }
>;

export type SortName = keyof typeof listSorts;

export type Sort = { by: SortName; descending: boolean };

/** Last updated first. */
export const defaultSort: Sort = { by: 'updated', descending: true };

/** Where a page begins: the sort value and id of the row before it. */
export type Cursor = { value: string; id: string };

/** Parses `-updated`; anything else gives the default order. */
export function parseSort(text: string | null): Sort {
  const by = text?.replace(/^-/, '') ?? '';
  if (!isSortName(by)) return defaultSort;
  return { by, descending: text?.startsWith('-') ?? false };
}

export function formatSort({ by, descending }: Sort): string {
  return `${descending ? '-' : ''}${by}`;
}

/** Parses `VALUE~ID`; null if malformed. */
export function parseCursor(text: string | null, sort: Sort): Cursor | null {
  // The value may contain `~`, so split at the last one.
  const [, value = '', id = ''] = /^(.*)~([^~]*)$/s.exec(text ?? '') ?? [];
  const { type } = listSorts[sort.by];
  if (!isUuid(id) || !VALUES[type].test(value)) return null;
  if (type === 'timestamptz' && !parseIsoDateTime(value)) return null;
  return { value, id };
}

export function formatCursor({ value, id }: Cursor): string {
  return `${value}~${id}`;
}

/** The order after a click on a heading: its default direction, then the reverse. The most urgent come first. */
export function nextSort(by: SortName, now: Sort): Sort {
  const first = by === 'updated' || by === 'opened';
  return { by, descending: now.by === by ? !now.descending : first };
}

function isSortName(name: string): name is SortName {
  return Object.hasOwn(listSorts, name);
}
