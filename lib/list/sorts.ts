import { parseIsoDateTime } from '#lib/platform/iso-date-time.ts';
import { isUuid } from '#lib/platform/uuid.ts';

const VALUES = {
  text: /^[^\0]{1,160}$/,
  /** A name, or that there is none. */
  name: /^[^\0]{0,255}$/,
  smallint: /^[1-9]$/,
  timestamptz: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
} as const;

/** What a list can be sorted by: the heading's name in the address, the column, and how its value stands in a cursor. */
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

/** What was changed last stands first. */
export const defaultSort: Sort = { by: 'updated', descending: true };

/** The row that a page begins after: its value in the order and its id. */
export type Cursor = { value: string; id: string };

/** Reads `-updated`; what is not understood is the default order. */
export function parseSort(text: string | null): Sort {
  const by = text?.replace(/^-/, '') ?? '';
  if (!isSortName(by)) return defaultSort;
  return { by, descending: text?.startsWith('-') ?? false };
}

export function formatSort({ by, descending }: Sort): string {
  return `${descending ? '-' : ''}${by}`;
}

/** Reads `VALUE~ID`; null for what no page has written. */
export function parseCursor(text: string | null, sort: Sort): Cursor | null {
  // Words may hold the sign between them.
  const [, value = '', id = ''] = /^(.*)~([^~]*)$/s.exec(text ?? '') ?? [];
  const { type } = listSorts[sort.by];
  if (!isUuid(id) || !VALUES[type].test(value)) return null;
  if (type === 'timestamptz' && !parseIsoDateTime(value)) return null;
  return { value, id };
}

export function formatCursor({ value, id }: Cursor): string {
  return `${value}~${id}`;
}

/** The heading's next order: its own first, then the other way round. Times and priorities begin with what presses most. */
export function nextSort(by: SortName, now: Sort): Sort {
  const first = by === 'updated' || by === 'opened';
  return { by, descending: now.by === by ? !now.descending : first };
}

function isSortName(name: string): name is SortName {
  return Object.hasOwn(listSorts, name);
}
