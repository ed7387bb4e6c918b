import { mappedValues } from '#lib/field-mapping/mapped-values.ts';
import type { Case } from '#lib/kinds/case/definition.ts';
import type { Db } from '#lib/platform/db.ts';
import type { FieldValue } from '#lib/record/field.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import type { Source } from './source.ts';

type Values = Record<string, FieldValue>;

/** Values from the surroundings of the case, besides its own fields; most kinds have none. */
const around: Readonly<Partial<Record<TaskKind, (tx: Db, theCase: Case) => Promise<Values>>>> = {
  work_order: siteOfCase,
};

/** ADM-4, WO-1 · Values of a new record from a field map and from the case's customer. Incidents have no field maps. */
export async function valuesFromSource(tx: Db, source: Source, kind: TaskKind): Promise<Values> {
  if (source.kind !== 'case') return {};
  return { ...(await around[kind]?.(tx, source)), ...(await mappedValues(tx, source, kind)) };
}

/** WO-1 · The site of a case's customer: the account's address, and the time zone of the person or of the main contact. */
async function siteOfCase(
  tx: Db,
  { accountId, contactId, consumerId }: Pick<Case, 'accountId' | 'contactId' | 'consumerId'>,
): Promise<Record<string, FieldValue>> {
  const [site] = await tx.$queryRaw<{ address: string; timeZone: string }[]>`
    select coalesce(a.address, '') as address, coalesce(person.time_zone, main.time_zone, '') as "timeZone"
    from (select 1) one
    left join users person on person.id = ${contactId ?? consumerId}::uuid
    left join accounts a on a.id = ${accountId}::uuid
    left join users main on main.id = a.primary_contact_id`;
  return { address: site?.address ?? '', timeZone: site?.timeZone ?? '' };
}
