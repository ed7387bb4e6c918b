import { Prisma } from '#lib/platform/db.ts';

/** A colleague who was added to a case. */
export type PortalColleague = { id: string; name: string; mayAnswer: boolean };

/** POR-19 · The colleagues who were added to the case `t` and still see it, by name, as JSON. */
export const colleaguesOf = Prisma.sql`(
  select coalesce(json_agg(json_build_object('id', u.id, 'name', u.name, 'mayAnswer', cc.may_answer) order by u.name, u.id), '[]')
  from case_colleagues cc join users u on u.id = cc.user_id and u.active
  join contacts c on c.id = u.id and c.account_id = t.account_id
  where cc.case_id = t.id)`;
