import { may, mayWork, mayWriteArticles } from '#lib/access/policy.ts';
import { runCommand } from '#lib/engine/command.ts';
import { caseIsNotClosed } from '#lib/kinds/case/rules/validate-update.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { enforce, no, notFound, yes } from '#lib/platform/verdict.ts';
import type { RecordOf } from '#lib/record/record.ts';
import { type CommandContext, ensureCause, recordChanged } from '#lib/write/command-context.ts';
import { lockRecord } from '#lib/write/lock.ts';
import { type AttachableArticle, setArticleOfProblem } from '../article-of-problem.ts';
import type { AttachArticle } from '../schema.ts';

/** Attaches an article to a case, or removes it. */
async function setArticleOfCase(
  context: CommandContext,
  theCase: RecordOf<'case'>,
  article: AttachableArticle,
  attached: boolean,
): Promise<void> {
  enforce(caseIsNotClosed(theCase));
  const key = { caseId: theCase.id, articleId: article.id };
  const isAttached = (await context.tx.caseArticle.count({ where: key })) > 0;
  if (isAttached === attached) return;
  ensureCause(context, theCase.id);
  if (attached) await context.tx.caseArticle.create({ data: key });
  else await context.tx.caseArticle.deleteMany({ where: key });
  recordChanged(context, theCase);
}

/** Attaches a published article to a problem or a case, or removes it. */
export async function attachArticle(actor: Actor, { kind, number, article, attached }: AttachArticle): Promise<void> {
  await runCommand(actor, 'attach-article', async (context) => {
    const record = await lockRecord(context, kind, number);
    enforce(may(actor, 'edit', kind), mayWork(actor, record));
    const found = await context.tx.article.findUnique({ where: { number: article } });
    // REL-16: a user who can't see drafts must not learn that this number exists.
    if (!found || !(found.publishedAt || mayWriteArticles(actor).ok)) throw notFound(`article ${article}`);
    enforce(found.publishedAt || !attached ? yes : no('REC-5', `${article} is not published yet.`, 'article'));
    if (record.kind === 'problem') await setArticleOfProblem(context, record, found, attached);
    if (record.kind === 'case') await setArticleOfCase(context, record, found, attached);
  });
}
