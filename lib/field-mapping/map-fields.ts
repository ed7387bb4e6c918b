import type { FieldValue } from '#lib/record/field.ts';
import { fieldValue } from '#lib/record/field-value.ts';
import type { AnyRecord } from '#lib/record/record.ts';
import { findChoice } from './choices-for.ts';
import { ALWAYS, FIXED, type FieldMappingRow, type MapDirection } from './mapping.ts';
import { withoutInternalNumbers } from './rules/without-internal-numbers.ts';

function holds(
  direction: MapDirection,
  { conditionField, conditionValue }: FieldMappingRow,
  record: AnyRecord,
): boolean {
  if (conditionField === ALWAYS) return true;
  const field = direction.conditionFields[conditionField];
  return !!field && findChoice(field, conditionValue)?.value === String(fieldValue(record, conditionField));
}

function mappedValue(
  direction: MapDirection,
  { targetField, sourceField, fixedValue }: FieldMappingRow,
  record: AnyRecord,
): FieldValue {
  const target = direction.targetFields[targetField];
  if (sourceField !== FIXED) {
    const value = fieldValue(record, sourceField);
    const isText = target?.type === 'text' || target?.type === 'long-text';
    return direction.forCustomers && isText && typeof value === 'string' ? withoutInternalNumbers(value) : value;
  }
  const value = (target && findChoice(target, fixedValue)?.value) ?? fixedValue;
  if (target?.type === 'yes-no') return value === 'true';
  return target?.type === 'rating' ? Number(value) : value;
}

/** ADM-4 · The row that fills each field: the first active one, in order, whose condition is true. */
export function fillingRows<Row extends FieldMappingRow>(
  direction: MapDirection,
  rows: readonly Row[],
  record: AnyRecord,
): Map<string, Row> {
  const filling = new Map<string, Row>();
  const inOrder = rows.filter(({ active }) => active).toSorted((a, b) => a.position - b.position);
  for (const row of inOrder)
    if (!filling.has(row.targetField) && holds(direction, row, record)) filling.set(row.targetField, row);
  return filling;
}

/** PRO-2, ADM-4 · The values that a new record gets from its source record. */
export function mapFields(
  direction: MapDirection,
  rows: readonly FieldMappingRow[],
  record: AnyRecord,
): Record<string, FieldValue> {
  const filling = fillingRows(direction, rows, record);
  return Object.fromEntries([...filling].map(([field, row]) => [field, mappedValue(direction, row, record)]));
}
