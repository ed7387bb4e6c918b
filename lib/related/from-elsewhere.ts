import { mappedValues } from '#lib/field-mapping/mapped-values.ts';
import type { Case } from '#lib/kinds/case/definition.ts';
import type { Db } from '#lib/platform/db.ts';
import type { FieldValue } from '#lib/record/field.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { siteOfCase } from './site-of-case.ts';
import type { Source } from './source.ts';

type Values = Record<string, FieldValue>;

/** What a record of a kind gets from what stands around its case, beside the case's own fields; of most kinds nothing. */
const around: Readonly<Partial<Record<TaskKind, (tx: Db, theCase: Case) => Promise<Values>>>> = {
  work_order: siteOfCase,
};

/** ADM-4, WO-1 · What a record that is made from a case gets by a field map, and from the customer of the case; no map leads from an incident. */
export async function fromElsewhere(tx: Db, source: Source, kind: TaskKind): Promise<Values> {
  if (source.kind !== 'case') return {};
  return { ...(await around[kind]?.(tx, source)), ...(await mappedValues(tx, source, kind)) };
}
