import type { Case } from '#lib/case/definition.ts';
import { mappedValues } from '#lib/field-mapping/mapped-values.ts';
import type { Db } from '#lib/platform/db.ts';
import type { FieldValue } from '#lib/task/field.ts';
import type { TaskKind } from '#lib/task/kind.ts';
import { siteOfCase } from '#lib/work-order/site-of-case.ts';

type Values = Record<string, FieldValue>;

/** What a record of a kind gets from what stands around its case, beside the case's own fields; of most kinds nothing. */
const around: Readonly<Partial<Record<TaskKind, (tx: Db, theCase: Case) => Promise<Values>>>> = {
  work_order: siteOfCase,
};

/** ADM-4, WO-1 · What a record that is made from a case gets by a field map, and from the customer of the case. */
export async function fromElsewhere(tx: Db, theCase: Case, kind: TaskKind): Promise<Values> {
  return { ...(await around[kind]?.(tx, theCase)), ...(await mappedValues(tx, theCase, kind)) };
}
