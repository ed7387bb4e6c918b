import { can } from '#lib/access/policy.ts';
import { readableOf } from '#lib/access/readable.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';

/** An open case of a customer (`own`) or of somebody else at the same account, with its contact if any. */
export type OpenCase = { number: string; title: string; state: string; own: boolean; contact: string };

const SHOWN = 5;
/** At most this many of the account's newest cases are read, so that large accounts answer as fast as small ones. */
const LOOKED_AT = 500;

/** ACC-6 · Open cases of a contact or consumer that the actor may see, then those of the contact's account, newest first. */
export async function openCasesOf(actor: Actor, personId: string): Promise<OpenCase[]> {
  if (!can(actor, 'see', 'case')) return [];
  return db().$queryRaw<OpenCase[]>`
    with near as (
      select id from tasks where active and (contact_id = ${personId}::uuid or consumer_id = ${personId}::uuid)
      union (select id from tasks where account_id = (select account_id from contacts where id = ${personId}::uuid)
        order by updated_at desc limit ${LOOKED_AT})
    )
    select t.number, t.short_description as title, t.state,
      coalesce(${personId}::uuid in (t.contact_id, t.consumer_id), false) as own, coalesce(p.name, '') as contact
    from near join tasks t on t.id = near.id left join users p on p.id = t.contact_id
    where t.kind = 'case' and t.active and (${readableOf('case', actor)})
    order by own desc, t.updated_at desc, t.id desc
    limit ${SHOWN}`;
}
