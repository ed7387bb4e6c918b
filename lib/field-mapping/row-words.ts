import { ALWAYS, FIXED, type FieldMappingRow, type MapDirection } from './mapping.ts';

/** ADM-4 · A row of the mapping as text: "Order 20: Fixed value, where Priority is 1 - Critical". */
export function rowWords(
  { sourceFields, conditionFields }: MapDirection,
  { position, sourceField, conditionField, conditionValue }: FieldMappingRow,
): string {
  const source = sourceField === FIXED ? 'Fixed value' : (sourceFields[sourceField]?.label ?? sourceField);
  const condition =
    conditionField === ALWAYS
      ? ''
      : `, where ${conditionFields[conditionField]?.label ?? conditionField} is ${conditionValue}`;
  return `Order ${position}: ${source}${condition}`;
}
