import type { RecordOf } from '#lib/record/record.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { updateRecord } from '#lib/write/write-updates.ts';

export type AttachableArticle = { id: string; number: string; title: string };

/** SYNC-PRB-5 · Sets the problem's known error article. Its cases get a note about it. */
export async function setArticleOfProblem(
  context: CommandContext,
  problem: RecordOf<'problem'>,
  article: AttachableArticle,
  attached: boolean,
): Promise<void> {
  if (attached === (problem.articleId === article.id)) return;
  const values = attached ? { articleId: article.id, knownError: true } : { articleId: null };
  await updateRecord(context, 'problem', problem, { ...problem, ...values });
  if (attached) context.events.push({ type: 'documented', record: problem, article });
}
