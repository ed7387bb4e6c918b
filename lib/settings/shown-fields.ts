import { listOfNames } from './synced-names.ts';

/**
 * ADM-8 · Fields per related record kind that administrators may show to external users, by external name. `shown` is the
 * default. Fields not listed are never shown outside: people, groups, other records, plans, internal codes.
 */
export const offeredFields = {
  problem: {
    shown: ['number', 'short_description', 'state', 'priority', 'opened_at', 'sys_updated_on'],
    further: ['description', 'workaround', 'fix_notes', 'known_error', 'resolved_at', 'closed_at'],
  },
  change_request: {
    shown: ['number', 'short_description', 'state', 'priority', 'opened_at', 'sys_updated_on'],
    further: [
      'description',
      'type',
      'start_date',
      'end_date',
      'justification',
      'close_code',
      'close_notes',
      'closed_at',
    ],
  },
  sc_request: {
    shown: ['number', 'short_description', 'request_state', 'priority', 'opened_at', 'sys_updated_on'],
    further: ['description', 'delivery_address', 'special_instructions', 'closed_at'],
  },
  sc_req_item: {
    shown: ['number', 'short_description', 'stage', 'quantity', 'price', 'due_date'],
    further: ['description', 'state', 'opened_at', 'closed_at'],
  },
} as const satisfies Readonly<Record<string, { shown: readonly string[]; further: readonly string[] }>>;

/** A kind with fields shown to external users, by external name. */
export type ShownTable = keyof typeof offeredFields;

export const shownTables = Object.keys(offeredFields) as [ShownTable, ...ShownTable[]];

/** Kinds that the *Related Records* widget can list. Requested items are listed under their request. */
export const listableTables = ['problem', 'change_request', 'sc_request'] as const satisfies readonly ShownTable[];

/** All fields of a kind that can be shown, in page order. */
export function selectableFields(table: ShownTable): readonly string[] {
  const { shown, further } = offeredFields[table];
  return [...shown, ...further];
}

/** ADM-8 · Validation message for a kind's field list. The number is required: users identify a record by it. */
export function shownFieldsError(table: ShownTable): (text: string) => string | null {
  const offered = selectableFields(table);
  const rule = `Must be a list of ${offered.join(', ')}, with number`;
  return (text) => {
    const names = listOfNames(text);
    const unknown = names.find((name) => !offered.includes(name));
    if (unknown !== undefined) return `${rule}: ${unknown} is none of them.`;
    return names.includes('number') ? null : `${rule}.`;
  };
}

/** POR-4 · Validation message for the list of kinds in the widget. */
export function listedTablesError(text: string): string | null {
  const rule = `Must be a list of ${listableTables.join(', ')}, or none`;
  const names = listOfNames(text);
  if (names.length === 0) return `${rule}.`;
  if (names.length === 1 && names[0] === 'none') return null;
  const unknown = names.find((name) => !listableTables.some((table) => table === name));
  return unknown === undefined ? null : `${rule}: ${unknown} is none of them.`;
}
