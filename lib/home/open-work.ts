import { mayApprove } from '#lib/access/policy.ts';
import { readableTasks } from '#lib/access/readable.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import type { TaskKind } from '#lib/task/kind.ts';

/** What waits for the actor: open records by kind, and questions to approve; null for who approves nothing. */
export type OpenWork = { records: Partial<Record<TaskKind, number>>; approvals: number | null };

/** CHG-1 · The figures in the navigation, which every page asks for: one question to the database. */
export async function countOpenWork(actor: Actor): Promise<OpenWork> {
  const rows = await db().$queryRaw<{ kind: TaskKind | null; count: number }[]>`
    /* prepared */ select t.kind, count(*)::int as count from tasks t
    where t.active and t.assigned_to_id = ${actor.id}::uuid and ${readableTasks(actor)}
    group by t.kind
    union all
    select null, count(*)::int from approvals where approver_id = ${actor.id}::uuid and answer = 'requested'`;
  const records = rows.flatMap(({ kind, count }) => (kind ? [[kind, count] as const] : []));
  const approvals = rows.find(({ kind }) => kind === null)?.count ?? 0;
  return { records: Object.fromEntries(records), approvals: mayApprove(actor).ok ? approvals : null };
}
