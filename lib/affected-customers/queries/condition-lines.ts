import { db } from '#lib/platform/db.ts';
import type { Condition } from '../condition.ts';
import { isReferenceTerm, termFieldOf } from '../condition-fields.ts';

/** A term with the label of its value. */
export type NamedTerm = Condition['terms'][number] & { label: string };

/** MAJ-5 · The terms of a condition with readable values; deleted records are shown as unknown. */
export async function namedTerms({ terms }: Condition): Promise<NamedTerm[]> {
  const idsOf = (type: string) =>
    terms.filter(({ field }) => termFieldOf(field).type === type).map(({ value }) => value);
  const select = { id: true, name: true } as const;
  const chosen = (type: string) => ({ where: { id: { in: idsOf(type) } }, select });
  const found = await Promise.all([
    db().product.findMany(chosen('product')),
    db().configurationItem.findMany(chosen('configuration-item')),
    db().account.findMany(chosen('account')),
  ]);
  const names = new Map(found.flat().map(({ id, name }) => [id, name]));
  return terms.map((term) => {
    const { choices } = termFieldOf(term.field);
    const label = isReferenceTerm(term.field)
      ? (names.get(term.value) ?? 'unknown')
      : (choices?.[term.value] ?? term.value);
    return { ...term, label };
  });
}
