import type { Db } from '#lib/platform/db.ts';
import type { FieldValue } from '#lib/record/field.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import type { AnyRecord } from '#lib/record/record.ts';
import { mapFields } from './map-fields.ts';
import { directionNames, mapDirections } from './mapping.ts';
import { chooseMap } from './rules/choose-map.ts';

/** ADM-4, WO-1 · The values that a new record of a kind gets from this one by the matching map; empty without a match. */
export async function mappedValues(tx: Db, record: AnyRecord, target: TaskKind): Promise<Record<string, FieldValue>> {
  const name = directionNames.find(
    (each) => mapDirections[each].target === target && mapDirections[each].sources.includes(record.kind),
  );
  if (!name) return {};
  const direction = mapDirections[name];
  const maps = await tx.fieldMap.findMany({ where: { direction: name } });
  const { chosen } = chooseMap(direction.conditionFields, maps, record);
  const rows = chosen ? await tx.fieldMapping.findMany({ where: { mapId: chosen.id } }) : [];
  return mapFields(direction, rows, record);
}
