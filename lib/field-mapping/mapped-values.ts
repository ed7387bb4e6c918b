import type { Db } from '#lib/platform/db.ts';
import type { FieldValue } from '#lib/task/field.ts';
import type { TaskKind } from '#lib/task/kind.ts';
import type { AnyRecord } from '#lib/task/record.ts';
import { mapFields } from './map-fields.ts';
import { fieldMaps, mapNames } from './mapping.ts';

/** ADM-4 · What the maps give to a new record of a kind that is made from this one: nothing where none leads there. */
export async function mappedValues(tx: Db, record: AnyRecord, target: TaskKind): Promise<Record<string, FieldValue>> {
  const map = mapNames.find(
    (name) => fieldMaps[name].target === target && fieldMaps[name].sources.includes(record.kind),
  );
  return map ? mapFields(fieldMaps[map], await tx.fieldMapping.findMany({ where: { map } }), record) : {};
}
