import type { CommandContext } from '#lib/task/command-context.ts';

/** CHG-2, REQ-2 · What is cancelled asks nobody any more. */
export async function withdrawApprovals(context: CommandContext, taskId: string): Promise<void> {
  await context.tx.approval.updateMany({ where: { taskId, answer: 'requested' }, data: { answer: 'not_needed' } });
}
