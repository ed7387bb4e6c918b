import { type AuditFormatter, changedLabel, type NameOf, nameOrId, plainText } from '#lib/audit/formatter.ts';
import { isJsonObject, type Json, type JsonObject } from '#lib/platform/json.ts';
import type { ReferenceKind } from '#lib/record/reference-kind.ts';
import { type AdminTable, type AdminTableName, adminTables, nameColumn } from './admin-tables.ts';
import { type Column, displayValue, fromJson } from './column.ts';

/** The user table names people of all kinds; a `user` reference names only staff. Null: nothing refers to the table. */
function referenceKind(name: AdminTableName): ReferenceKind | null {
  if (name === 'field-mapping' || name === 'message-template') return null;
  return name === 'user' ? 'person' : name;
}

const TEXTS: readonly Column['type'][] = ['text', 'long-text', 'email'];

function cellText(column: Column, value: Json, nameOf: NameOf): string {
  const text = fromJson(value) ?? plainText(value);
  if (column.type === 'reference') return JSON.stringify(nameOrId(nameOf(column.target, text), text));
  return TEXTS.includes(column.type) ? JSON.stringify(text) : displayValue(column, text);
}

const isEmpty = (value: Json | undefined) => value === undefined || value === null || value === '';

/** A row's values by today's columns, then logged values of removed columns, by internal name. */
function rowText({ columns }: AdminTable, row: JsonObject, nameOf: NameOf): string {
  const known = Object.entries(columns).flatMap(([name, column]) => {
    const value = row[name];
    return value === undefined || isEmpty(value) ? [] : [`${column.label}: ${cellText(column, value, nameOf)}`];
  });
  const others = Object.entries(row).flatMap(([name, value]) =>
    Object.hasOwn(columns, name) || isEmpty(value) ? [] : [`${name}: ${JSON.stringify(value)}`],
  );
  return [...known, ...others].join(', ');
}

/** The row's name at the time, if it was logged. */
function loggedName(table: AdminTable, row: Json): string | null {
  const column = nameColumn(table);
  const name = isJsonObject(row) ? row[column] : undefined;
  const declared = table.columns[column];
  return typeof name === 'string' && declared ? displayValue(declared, name) : null;
}

/** ADM-12 · How the audit log shows rows of an admin table. */
export function rowFormatter(name: AdminTableName): AuditFormatter {
  const table = adminTables[name];
  return {
    label: changedLabel(table.noun),
    value: (row, nameOf) => (isJsonObject(row) ? rowText(table, row, nameOf) : plainText(row)),
    subject({ subject, oldValue, newValue }, nameOf) {
      const kind = referenceKind(name);
      return (kind && nameOf(kind, subject)) ?? loggedName(table, newValue ?? oldValue) ?? subject;
    },
  };
}
