import { readableOf } from '#lib/access/readable.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { Prisma } from '#lib/platform/db.ts';
import { isoTime } from '#lib/platform/iso-time.ts';
import type { TaskKind } from '#lib/record/kind.ts';

/** A request of a case, with whether the actor may see more than its number. */
export type CaseRequestRow = {
  id: string;
  number: string;
  readable: boolean;
  title: string;
  state: string;
  requestedFor: string;
  openedAt: string;
};

/** REL-5 · The requests of the case `t`, newest first, as JSON: `CaseRequestRow`s; empty for other kinds. */
export function requestRows(kind: TaskKind, actor: Actor): Prisma.Sql {
  if (kind !== 'case') return Prisma.sql`'[]'::json`;
  return Prisma.sql`
    (select coalesce(json_agg(json_build_object('id', n.id, 'number', n.number,
       'readable', exists (select from tasks t where t.id = n.id and (${readableOf('request', actor)})),
       'title', n.short_description, 'state', n.state, 'requestedFor', coalesce(u.name, ''),
       'openedAt', ${isoTime('n.opened_at')}) order by n.opened_at desc, n.id desc), '[]')
     from requests r join tasks n using (id) left join users u on u.id = r.requested_for_id where r.case_id = t.id)`;
}
