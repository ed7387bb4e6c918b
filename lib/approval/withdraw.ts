import type { CommandContext } from '#lib/task/command-context.ts';

/** CHG-2, REQ-2 · What is cancelled asks nobody any longer. */
export async function withdrawApprovals(context: CommandContext, records: readonly { id: string }[]): Promise<void> {
  const taskId = { in: records.map(({ id }) => id) };
  await context.tx.approval.updateMany({ where: { taskId, answer: 'requested' }, data: { answer: 'not_needed' } });
}
