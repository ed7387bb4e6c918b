import type { Case } from '#lib/kinds/case/definition.ts';
import type { Db } from '#lib/platform/db.ts';
import type { FieldValue } from '#lib/record/field.ts';

/** WO-1 · The site of a case's customer: the account's address, and the time zone of the person or of the main contact. */
export async function siteOfCase(
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
