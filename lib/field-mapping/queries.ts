import { mayAdminister } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { displayOf } from '#lib/task/field-view.ts';
import type { TaskKind } from '#lib/task/kind.ts';
import { loadRecord } from '#lib/task/kind-table.ts';
import { referenceNames } from '#lib/task/queries/reference-names.ts';
import { TaskNumber } from '#lib/task/schema.ts';
import { mapFields, rowsThatFill } from './map-fields.ts';
import { fieldMaps, type MapName } from './mapping.ts';
import { rowWords } from './row-words.ts';
import { rowsThatCompete } from './rules/row-counts.ts';

const rowsOf = (map: MapName) => db().fieldMapping.findMany({ where: { map } });

/** What would be made of this record: label and value, as people read them, and which row gives it. */
export type MappingPreview = { number: string; values: { label: string; display: string; by: string }[] };

/** ADM-4 · What a map would make of this record now; null where there is no such record of its kinds. */
export async function previewMapping(actor: Actor, name: MapName, typed: string): Promise<MappingPreview | null> {
  enforce(mayAdminister(actor));
  const map = fieldMaps[name];
  const number = TaskNumber.safeParse(typed).data;
  const task = number
    ? await db().task.findUnique({ where: { number }, select: { id: true, kind: true, number: true } })
    : null;
  if (!task || !map.sources.includes(task.kind)) return null;
  const [record, rows, names] = await Promise.all([
    loadRecord<TaskKind>(db(), task.kind, task.id),
    rowsOf(name),
    referenceNames(db(), task.kind, task.id),
  ]);
  const mapped = mapFields(map, rows, record);
  const filling = rowsThatFill(map, rows, record);
  return {
    number: task.number,
    values: Object.entries(map.targetFields).flatMap(([name, field]) => {
      const value = mapped[name];
      const row = filling.get(name);
      if (value === undefined || !row) return [];
      return [{ label: field.label, display: displayOf(field, value, names.get(name)), by: rowWords(map, row) }];
    }),
  };
}

/** ADM-4 · What is said of the rows for a field that has several, by id. */
export async function competingRows(actor: Actor, name: MapName): Promise<ReadonlyMap<string, string>> {
  enforce(mayAdminister(actor));
  return rowsThatCompete(await rowsOf(name));
}
