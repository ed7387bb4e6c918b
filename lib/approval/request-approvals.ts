import { askCustomers, requestFromApprovers } from '#lib/reactions/approval/ask.ts';
import type { RecordOf, TaskRecord } from '#lib/record/record.ts';
import type { CommandContext } from '#lib/write/command-context.ts';

/** CHG-1, REQ-1 · Requests approval from everybody who may approve the record now; false if there is nobody. */
export async function requestApprovals(context: CommandContext, record: TaskRecord): Promise<boolean> {
  if (record.kind === 'requested_item') return askAboutItem(context, record);
  const groupId = record.kind === 'change' ? record.approvalGroupId : null;
  return (await requestFromApprovers(context, [{ record, groupId }])).size > 0;
}

async function askAboutItem(context: CommandContext, record: RecordOf<'requested_item'>): Promise<boolean> {
  const { request, catalogItem } = await context.tx.requestedItem.findUniqueOrThrow({
    where: { id: record.id },
    select: {
      request: { select: { task: { select: { openedById: true } } } },
      catalogItem: { select: { approvalGroupId: true, approvedByCustomer: true } },
    },
  });
  const { approvedByCustomer, approvalGroupId: groupId } = catalogItem;
  const orderedById = request.task.openedById;
  const byCustomer = approvedByCustomer ? await askCustomers(context, [{ record, orderedById }]) : new Set();
  return byCustomer.size > 0 || (await requestFromApprovers(context, [{ record, groupId }])).size > 0;
}
