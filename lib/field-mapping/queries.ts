import { mayAdminister } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { displayOf } from '#lib/task/field-view.ts';
import { loadRecord } from '#lib/task/kind-table.ts';
import { referenceNames } from '#lib/task/queries/reference-names.ts';
import { TaskNumber } from '#lib/task/schema.ts';
import { mapFields, rowsThatFill } from './map-fields.ts';
import { targetFields } from './mapping.ts';
import { rowWords } from './row-words.ts';
import { rowsThatCompete } from './rules/row-counts.ts';

/** What a proactive case of this record would have: label and value, as people read them, and which row gives it. */
export type MappingPreview = { number: string; values: { label: string; display: string; by: string }[] };

/** ADM-4 · What the mapping would give to a proactive case of this record now; null where there is no such incident, problem or change. */
export async function previewMapping(actor: Actor, typed: string): Promise<MappingPreview | null> {
  enforce(mayAdminister(actor));
  const number = TaskNumber.safeParse(typed).data;
  const task = number
    ? await db().task.findUnique({ where: { number }, select: { id: true, kind: true, number: true } })
    : null;
  if (!task || (task.kind !== 'incident' && task.kind !== 'problem' && task.kind !== 'change')) return null;
  const [record, rows, names] = await Promise.all([
    loadRecord(db(), task.kind, task.id),
    db().fieldMapping.findMany(),
    referenceNames(db(), task.kind, task.id),
  ]);
  const mapped = mapFields(rows, record);
  const filling = rowsThatFill(rows, record);
  return {
    number: task.number,
    values: Object.entries(targetFields).flatMap(([name, field]) => {
      const value = mapped[name];
      const row = filling.get(name);
      if (value === undefined || !row) return [];
      return [{ label: field.label, display: displayOf(field, value, names.get(name)), by: rowWords(row) }];
    }),
  };
}

/** ADM-4 · What is said of the rows for a field that has several, by id. */
export async function competingRows(actor: Actor): Promise<ReadonlyMap<string, string>> {
  enforce(mayAdminister(actor));
  return rowsThatCompete(await db().fieldMapping.findMany());
}
