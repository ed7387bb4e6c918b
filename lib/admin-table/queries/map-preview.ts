import { mayEditSomeMaps } from '#lib/access/field-service.ts';
import { readableOf } from '#lib/access/readable.ts';
import { fillingRows, mapFields } from '#lib/field-mapping/map-fields.ts';
import { type DirectionName, mapDirections } from '#lib/field-mapping/mapping.ts';
import { rowWords } from '#lib/field-mapping/row-words.ts';
import { chooseMap } from '#lib/field-mapping/rules/choose-map.ts';
import { displayOf } from '#lib/kinds/field-view.ts';
import { referenceNames } from '#lib/kinds/reference-names.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { kindOfNumber, type TaskKind } from '#lib/record/kind.ts';
import { loadRecord } from '#lib/record/kind-table.ts';
import type { AnyRecord } from '#lib/record/record.ts';
import { TaskNumber } from '#lib/record/schema.ts';
import { directionsOf } from './maps.ts';

/** A preview of one direction: the map used, why the others do not apply, and each value with the row that sets it. */
export type MappingPreview = {
  label: string;
  map: { id: string; name: string } | null;
  others: { id: string; name: string; because: string }[];
  values: { label: string; display: string; by: string }[];
};

type Names = Awaited<ReturnType<typeof referenceNames>>;

async function previewOf(name: DirectionName, record: AnyRecord, names: Names): Promise<MappingPreview> {
  const direction = mapDirections[name];
  const maps = await db().fieldMap.findMany({ where: { direction: name } });
  const { chosen, others } = chooseMap(direction.conditionFields, maps, record);
  const rows = chosen ? await db().fieldMapping.findMany({ where: { mapId: chosen.id } }) : [];
  const mapped = mapFields(direction, rows, record);
  const filling = fillingRows(direction, rows, record);
  return {
    label: direction.label,
    map: chosen,
    others: others.map(({ map, because }) => ({ id: map.id, name: map.name, because })),
    values: Object.entries(direction.targetFields).flatMap(([target, field]) => {
      const value = mapped[target];
      const row = filling.get(target);
      if (value === undefined || !row) return [];
      return [
        {
          label: field.label,
          display: displayOf(field, value, names.get(row.sourceField)),
          by: rowWords(direction, row),
        },
      ];
    }),
  };
}

/** ADM-4 · What the maps would create from a record now; empty if the record is hidden or no map applies. */
export async function previewMapping(actor: Actor, typed: string): Promise<{ number: string; of: MappingPreview[] }> {
  enforce(mayEditSomeMaps(actor));
  const number = TaskNumber.safeParse(typed).data ?? '';
  const kind = kindOfNumber(number);
  const directions = directionsOf(actor).filter((name) => kind && mapDirections[name].sources.includes(kind));
  const none = { number, of: [] };
  if (!kind || directions.length === 0) return none;
  const [task] = await db().$queryRaw<{ id: string }[]>`
    select t.id from tasks t where t.number = ${number} and t.kind = ${kind}::task_kind and (${readableOf(kind, actor)})`;
  if (!task) return none;
  const [record, names] = await Promise.all([
    loadRecord<TaskKind>(db(), kind, task.id),
    referenceNames(db(), actor, kind, task.id),
  ]);
  return { number, of: await Promise.all(directions.map((name) => previewOf(name, record, names))) };
}
