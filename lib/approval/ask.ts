import { mayApproveSql } from '#lib/access/readable.ts';
import { enforce, no, yes } from '#lib/platform/verdict.ts';
import type { CommandContext } from '#lib/task/command-context.ts';
import type { TaskRecord } from '#lib/task/definition.ts';

/** CHG-1, REQ-1 · Asks every member of the group who may approve about the stage that the record has entered: a new round. */
export async function askForApproval(
  context: CommandContext,
  record: TaskRecord,
  groupId: string | null,
  stage: string,
): Promise<void> {
  const asked = await context.tx.$executeRaw`
    insert into approvals (task_id, approver_id, stage, round, requested_at)
    select ${record.id}::uuid, u.id, ${stage}, coalesce((select max(round) from approvals where task_id = ${record.id}::uuid), 0) + 1, ${context.at}
    from group_members m join users u on u.id = m.user_id and u.active
    where m.group_id = ${groupId}::uuid and ${mayApproveSql}`;
  enforce(asked > 0 ? yes : no('CHG-1', 'The approval group has no members who could approve.', 'approvalGroupId'));
  context.events.push({ type: 'approval-asked', record });
}
