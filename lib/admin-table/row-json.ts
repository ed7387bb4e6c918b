import { isJsonObject, type Json, type JsonObject } from '#lib/platform/json.ts';
import type { AdminTable } from './admin-tables.ts';
import { defaultValues, editableColumns, fromJson, type RowValues, toJson } from './column.ts';

/** A row as the audit log has it: typed values by the inner names of the columns, whatever these are labelled. */
export function rowToJson({ columns }: AdminTable, values: RowValues): JsonObject {
  return Object.fromEntries(
    editableColumns(columns).map(([name, column]) => [name, toJson(column, values[name] ?? '')]),
  );
}

/** The values again. */
export function valuesOfJson({ columns }: AdminTable, row: JsonObject): RowValues {
  return Object.fromEntries(editableColumns(columns).map(([name]) => [name, fromJson(row[name] ?? null) ?? '']));
}

/**
 * ADM-12 · A logged row with the columns of today: what the log does not say of a column is as at `present`, or as in a new
 * row; columns that are gone are left out. Null if the log has no row.
 */
export function parseLoggedRow(table: AdminTable, logged: Json, present: JsonObject | null): JsonObject | null {
  if (!isJsonObject(logged)) return null;
  const others = present ?? rowToJson(table, defaultValues(table.columns));
  return Object.fromEntries(
    editableColumns(table.columns).map(([name, column]) => {
      const value = Object.hasOwn(logged, name) ? fromJson(logged[name] ?? null) : null;
      return [name, value === null ? (others[name] ?? null) : toJson(column, value)];
    }),
  );
}
