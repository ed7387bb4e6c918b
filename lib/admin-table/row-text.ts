import type { AdminTable } from './admin-tables.ts';
import { editableColumns, type RowValues } from './column.ts';

/** What references of a row are called, by column. */
export type RowLabels = Readonly<Record<string, string>>;

/** A row as the audit log tells it: for people to read, and whole enough to make the row from it again (ADM-12). */
export function rowText({ columns }: AdminTable, values: RowValues, labels: RowLabels): string {
  return editableColumns(columns)
    .filter(([name]) => values[name])
    .map(([name, { label, type }]) => {
      const value = values[name] ?? '';
      return type === 'reference' ? `${label}: ${quoted(labels[name] ?? '')} <${value}>` : `${label}: ${quoted(value)}`;
    })
    .join(', ');
}

const PART = /([^:,]+): ("(?:[^"\\]|\\.)*")(?: <([0-9a-f-]{36})>)?(?:, |$)/g;

/** The row again. */
export function readRowText({ columns }: AdminTable, text: string): RowValues {
  const told = new Map([...text.matchAll(PART)].map(([, label = '', value = '""', id]) => [label, id ?? plain(value)]));
  return Object.fromEntries(editableColumns(columns).map(([name, { label }]) => [name, told.get(label) ?? '']));
}

/** What the row in a text of the log is called: the first thing that it says. */
export function nameInText(text: string): string {
  return plain(/"(?:[^"\\]|\\.)*"/.exec(text)?.[0] ?? '""');
}

const quoted = (value: string): string => JSON.stringify(value);

function plain(text: string): string {
  return String(JSON.parse(text));
}
