import { type Db, Prisma } from '#lib/platform/db.ts';
import { isLinked } from '#lib/record/link-sql.ts';

/** A case of an incident, with the agent and the group that it is assigned to. */
export type CaseToAsk = {
  id: string;
  number: string;
  agentId: string | null;
  agent: string | null;
  group: string | null;
};

/** INC-1 · The open case in which the caller of an incident is asked, preferably the caller's own. */
export async function caseToAsk(
  tx: Db,
  { id, callerId }: { id: string; callerId: string | null },
  lock: 'locked' | 'read' = 'read',
): Promise<CaseToAsk | null> {
  const [row] = await tx.$queryRaw<CaseToAsk[]>`
    select t.id, t.number, u.id as "agentId", u.name as agent, g.name as group
    from cases c join tasks t using (id)
    left join users u on u.id = t.assigned_to_id and u.active left join groups g on g.id = t.assignment_group_id
    where ${isLinked('incident', Prisma.sql`${id}::uuid`)} and t.active
    order by ${callerId}::uuid in (t.contact_id, t.consumer_id) is true desc, t.assigned_to_id is null, t.number limit 1
    ${lock === 'locked' ? Prisma.sql`for no key update of t` : Prisma.empty}`;
  return row ?? null;
}

/** REL-9 · Whether a user is external: a contact or a consumer. */
export async function isExternal(tx: Db, userId: string | null): Promise<boolean> {
  if (userId === null) return false;
  const { audience } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { audience: true } });
  return audience === 'external';
}
