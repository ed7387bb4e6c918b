import { isJsonObject, type Json, type JsonObject } from '#lib/platform/json.ts';
import type { AdminTable } from './admin-tables.ts';
import { defaultValues, editableColumns, fromJson, type RowValues, toJson } from './column.ts';

/** A row as the audit log stores it: typed values by the columns' internal names, independent of labels. */
export function rowToJson({ columns }: AdminTable, values: RowValues): JsonObject {
  return Object.fromEntries(
    editableColumns(columns).map(([name, column]) => [name, toJson(column, values[name] ?? '')]),
  );
}

/** Reads the values from a logged row. */
export function valuesOfJson({ columns }: AdminTable, row: JsonObject): RowValues {
  return Object.fromEntries(editableColumns(columns).map(([name]) => [name, fromJson(row[name] ?? null) ?? '']));
}

/**
 * ADM-12 · A logged row with today's columns. Values that were not logged come from `present`, or from a new row's defaults;
 * removed columns are left out. Null if the log has no row.
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
