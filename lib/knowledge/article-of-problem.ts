import { applyUpdate } from '#lib/task/apply-update.ts';
import type { CommandContext } from '#lib/task/command-context.ts';
import type { TaskRecord } from '#lib/task/definition.ts';

export type AttachableArticle = { id: string; number: string; title: string };

/** SYNC-PRB-5 · The problem's known error article; its cases are told of it. */
export async function setArticleOfProblem(
  context: CommandContext,
  problem: TaskRecord,
  article: AttachableArticle,
  attached: boolean,
): Promise<void> {
  const values = attached ? { articleId: article.id, knownError: true } : { articleId: null };
  await applyUpdate(context, problem, Object.assign({ ...problem }, values), {});
  if (attached) context.events.push({ type: 'documented', record: problem, article });
}
