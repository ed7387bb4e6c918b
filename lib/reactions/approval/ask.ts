import { approvesForAccountSql } from '#lib/access/answers-approval.ts';
import { mayApproveSql } from '#lib/access/readable.ts';
import { Prisma } from '#lib/platform/db.ts';
import { enforce, no } from '#lib/platform/verdict.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { lockMembers } from '#lib/session/locks.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { rowLock } from '#lib/write/preview-state.ts';

/** A record that asks for approval, and the group of its approvers. */
export type ApprovalRequest = { record: TaskRecord; groupId: string | null };

/**
 * CHG-1, REQ-1 · Asks every group member who may approve to approve each record's new state: a new round.
 * Refused: a group without such a member.
 */
export async function askForApprovals(context: CommandContext, asking: readonly ApprovalRequest[]): Promise<void> {
  const requested = await requestFromApprovers(context, asking);
  if (asking.some(({ record }) => !requested.has(record.id)))
    enforce(no('CHG-1', 'The approval group has no members who could approve.', 'approvalGroupId'));
}

/**
 * CHG-1, REQ-1 · The same without a refusal; returns the ids of the records with at least one approver. Waits for members who
 * are leaving now and then skips them; members who leave later release the approvals they find.
 */
export async function requestFromApprovers(
  context: CommandContext,
  asking: readonly ApprovalRequest[],
): Promise<Set<string>> {
  const members = await lockMembers(
    context.tx,
    asking.flatMap(({ groupId }) => groupId ?? []),
    rowLock(context, Prisma.sql`for key share of u`),
  );
  const stored = await storeApprovals(
    context,
    Prisma.sql`
      select a.task_id, u.id as approver_id, a.stage
      from unnest(${asking.map(({ record }) => record.id)}::uuid[], ${asking.map(({ groupId }) => groupId)}::uuid[],
                  ${asking.map(({ record }) => record.state)}::text[]) a(task_id, group_id, stage)
      join group_members m on m.group_id = a.group_id join users u on u.id = m.user_id and u.active
      where u.id = any(${members}::uuid[]) and ${mayApproveSql}`,
  );
  const ids = new Set(stored.map(({ taskId }) => taskId));
  for (const { record } of asking) if (ids.has(record.id)) context.events.push({ type: 'approval-asked', record });
  return ids;
}

type Approver = { taskId: string; approverId: string };

/** Stores a new round of approvals; a preview only collects the approvers. */
async function storeApprovals({ tx, at, preview }: CommandContext, approvers: Prisma.Sql): Promise<Approver[]> {
  if (preview) {
    const found = await tx.$queryRaw<Approver[]>`
      select task_id as "taskId", approver_id as "approverId" from (${approvers}) found`;
    preview.approvers.push(...found);
    return found;
  }
  return tx.$queryRaw<Approver[]>`
    insert into approvals (task_id, approver_id, stage, round, requested_at)
    select n.task_id, n.approver_id, n.stage,
      coalesce((select max(round) from approvals p where p.task_id = n.task_id), 0) + 1, ${at}
    from (${approvers}) n
    returning task_id as "taskId", approver_id as "approverId"`;
}

/** An order that its customer must approve. */
export type AskingCustomer = { record: TaskRecord; orderedById: string | null };

/**
 * REQ-1 · Asks the case managers and administrators of each record's account: a new round. Skips the person who ordered,
 * unless nobody else could answer. Returns the ids of the records with at least one approver.
 */
export async function askCustomers(context: CommandContext, asking: readonly AskingCustomer[]): Promise<Set<string>> {
  const accountIds = asking.map(({ record }) => record.accountId);
  // Until the transaction ends, none of these users can be deactivated or lose a role.
  await context.tx.$queryRaw`select u.id from users u join contacts c on c.id = u.id
    where c.account_id = any(${accountIds}::uuid[]) order by u.id for key share of u`;
  const stored = await context.tx.$queryRaw<{ taskId: string }[]>`
    with named as (
      select a.task_id, a.stage, u.id as approver_id, u.id is not distinct from a.ordered_by as ordered
      from unnest(${asking.map(({ record }) => record.id)}::uuid[], ${accountIds}::uuid[],
        ${asking.map(({ orderedById }) => orderedById)}::uuid[], ${asking.map(({ record }) => record.state)}::text[])
        a(task_id, account_id, ordered_by, stage)
      join contacts c on c.account_id = a.account_id join users u on u.id = c.id and u.active and ${approvesForAccountSql}
    )
    insert into approvals (task_id, approver_id, stage, round, requested_at)
    select n.task_id, n.approver_id, n.stage,
      coalesce((select max(round) from approvals p where p.task_id = n.task_id), 0) + 1, ${context.at}
    from named n
    where not n.ordered or not exists (select from named other where other.task_id = n.task_id and not other.ordered)
    returning task_id as "taskId"`;
  const ids = new Set(stored.map(({ taskId }) => taskId));
  for (const { record } of asking) if (ids.has(record.id)) context.events.push({ type: 'approval-asked', record });
  return ids;
}
