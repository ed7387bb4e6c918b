import type { FieldValue } from '#lib/task/field.ts';
import { fieldValue } from '#lib/task/field-value.ts';
import type { AnyRecord } from '#lib/task/record.ts';
import { ALWAYS, conditionFields, FIXED, type FieldMappingRow, targetFields } from './mapping.ts';
import { choiceCalled } from './rules/mapping-fits.ts';
import { withoutInternalNumbers } from './rules/without-internal-numbers.ts';

function holds({ conditionField, conditionValue }: FieldMappingRow, record: AnyRecord): boolean {
  if (conditionField === ALWAYS) return true;
  const field = conditionFields[conditionField];
  return !!field && choiceCalled(field, conditionValue)?.value === String(fieldValue(record, conditionField));
}

function mappedValue({ targetField, sourceField, fixedValue }: FieldMappingRow, record: AnyRecord): FieldValue {
  const target = targetFields[targetField];
  if (sourceField !== FIXED) {
    const value = fieldValue(record, sourceField);
    const isText = target?.type === 'text' || target?.type === 'long-text';
    return isText && typeof value === 'string' ? withoutInternalNumbers(value) : value;
  }
  return (target && choiceCalled(target, fixedValue)?.value) ?? fixedValue;
}

/** ADM-4 · For each field the row that fills it: the first active one, in order, that holds. */
export function rowsThatFill<Row extends FieldMappingRow>(rows: readonly Row[], record: AnyRecord): Map<string, Row> {
  const filling = new Map<string, Row>();
  const inOrder = rows.filter(({ active }) => active).toSorted((a, b) => a.position - b.position);
  for (const row of inOrder) if (!filling.has(row.targetField) && holds(row, record)) filling.set(row.targetField, row);
  return filling;
}

/** PRO-2, ADM-4 · What a record gives to its proactive cases. */
export function mapFields(rows: readonly FieldMappingRow[], record: AnyRecord): Record<string, FieldValue> {
  const filling = rowsThatFill(rows, record);
  return Object.fromEntries([...filling].map(([field, row]) => [field, mappedValue(row, record)]));
}
