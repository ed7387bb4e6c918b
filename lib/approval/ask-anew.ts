import type { CommandContext } from '#lib/task/command-context.ts';
import type { TaskRecord } from '#lib/task/record.ts';
import { askWhoMayApprove } from './ask.ts';

/** CHG-1, REQ-1 · Asks whoever of the record's approval group may approve by now; false where that is nobody. */
export async function askAnew(context: CommandContext, record: TaskRecord): Promise<boolean> {
  const asked = await askWhoMayApprove(context, [{ record, groupId: await groupOf(context, record) }]);
  return asked.size > 0;
}

async function groupOf({ tx }: CommandContext, record: TaskRecord): Promise<string | null> {
  if (record.kind === 'change') return record.approvalGroupId;
  if (record.kind !== 'requested_item') return null;
  const offer = await tx.catalogItem.findUnique({
    where: { id: record.catalogItemId },
    select: { approvalGroupId: true },
  });
  return offer?.approvalGroupId ?? null;
}
