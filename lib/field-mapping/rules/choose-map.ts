import { fieldValue } from '#lib/record/field-value.ts';
import type { AnyRecord } from '#lib/record/record.ts';
import { parseConditions, valueWords } from '../conditions.ts';
import type { FieldMap, MapFields } from '../mapping.ts';

/** The map that fills a record, if any, and why the others don't. */
export type MapChoice<M> = { chosen: M | null; others: { map: M; because: string }[] };

/** Why a map does not match this record: its first false condition. */
function misses(fields: MapFields, { active, conditions }: FieldMap, record: AnyRecord): string | null {
  if (!active) return 'It is not active.';
  for (const condition of parseConditions(conditions)) {
    const { field, value } = condition;
    const present = String(fieldValue(record, field) ?? '');
    if (present === value && fields[field]) continue;
    const words = valueWords(fields, { field, value: present }) || 'empty';
    return `${fields[field]?.label ?? field} is ${words}, not ${valueWords(fields, condition)}.`;
  }
  return null;
}

const byRank = (a: FieldMap, b: FieldMap) =>
  b.position - a.position || a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1);

/** WO-1, ADM-4 · Of the active maps whose conditions are all true: the one with the highest order; of equal ones the oldest. */
export function chooseMap<M extends FieldMap>(fields: MapFields, maps: readonly M[], record: AnyRecord): MapChoice<M> {
  const ranked = maps.toSorted(byRank).map((map) => ({ map, miss: misses(fields, map, record) }));
  const chosen = ranked.find(({ miss }) => miss === null)?.map ?? null;
  const outranked = (map: M) =>
    chosen?.position === map.position
      ? `${chosen.name} has the same order and is older.`
      : `${chosen?.name} has a higher order.`;
  return {
    chosen,
    others: ranked.flatMap(({ map, miss }) => (map === chosen ? [] : [{ map, because: miss ?? outranked(map) }])),
  };
}
