import { db } from '#lib/platform/db.ts';

/** A colleague who was added to a case. */
export type PortalColleague = { id: string; name: string; mayAnswer: boolean };

/** POR-19 · Who was added to a case and still sees it, by name. The caller has asked whether the reader sees the case. */
export function portalColleagues(caseId: string): Promise<PortalColleague[]> {
  return db().$queryRaw<PortalColleague[]>`
    select u.id, u.name, cc.may_answer as "mayAnswer"
    from case_colleagues cc join tasks t on t.id = cc.case_id
    join users u on u.id = cc.user_id and u.active
    join contacts c on c.id = u.id and c.account_id = t.account_id
    where cc.case_id = ${caseId}::uuid order by u.name, u.id`;
}
