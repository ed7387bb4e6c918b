import { may } from '#lib/access/policy.ts';
import { runCommand } from '#lib/engine/command.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { lockRecord } from '#lib/write/lock.ts';
import { setArticleOfProblem } from '../article-of-problem.ts';
import { hasNoArticle } from '../rules/has-no-article.ts';
import { saveArticle } from '../save-article.ts';
import type { DocumentProblem } from '../schema.ts';

/** SYNC-PRB-5 · Writes, publishes and attaches a known error article, all or nothing, and only once. Returns its number. */
export async function documentProblem(actor: Actor, { problem, ...article }: DocumentProblem): Promise<string> {
  const { value } = await runCommand(actor, 'document-problem', async (context) => {
    const record = await lockRecord(context, 'problem', problem);
    enforce(may(actor, 'edit', 'problem'));
    enforce(hasNoArticle(record));
    const written = await saveArticle(context.tx, actor, { ...article, published: true });
    await setArticleOfProblem(context, record, written, true);
    return written.number;
  });
  return value;
}
