import type { Run } from '#lib/task/run.ts';

/** CHG-2, REQ-2 · What is cancelled asks nobody any more. */
export async function withdrawApprovals(run: Run, taskId: string): Promise<void> {
  await run.tx.approval.updateMany({ where: { taskId, answer: 'requested' }, data: { answer: 'not_needed' } });
}
