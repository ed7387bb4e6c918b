import { ALWAYS, type FieldMappingRow } from '../mapping.ts';

/** ADM-4 · If several active rows fill one field: a hint for each, by its id. The first row whose condition is true counts. */
export function competingRows<Row extends FieldMappingRow & { id: string }>(rows: readonly Row[]): Map<string, string> {
  const explanations = new Map<string, string>();
  const inOrder = rows.filter(({ active }) => active).toSorted((a, b) => a.position - b.position);
  for (const row of inOrder) {
    const rivals = inOrder.filter(({ targetField }) => targetField === row.targetField);
    if (rivals.length === 1) continue;
    const before = rivals.slice(0, rivals.indexOf(row));
    const always = before.find(({ conditionField }) => conditionField === ALWAYS);
    if (always) explanations.set(row.id, `Never counts: order ${always.position} comes first`);
    else if (before.length === 0)
      explanations.set(row.id, row.conditionField === ALWAYS ? 'Counts' : 'Counts where it holds');
    else
      explanations.set(row.id, `Counts where order ${before.map(({ position }) => position).join(', ')} does not hold`);
  }
  return explanations;
}
