import { may, mayWork } from '#lib/access/policy.ts';
import { caseIsNotClosed } from '#lib/case/rules/may-become.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { enforce, no, notFound, yes } from '#lib/platform/verdict.ts';
import { runCommand } from '#lib/task/command.ts';
import type { TaskRecord } from '#lib/task/definition.ts';
import { lockRecord } from '#lib/task/lock.ts';
import { causeOf, type Run } from '#lib/task/run.ts';
import { type AttachableArticle, setArticleOfProblem } from '../article-of-problem.ts';
import type { AttachArticle } from '../schema.ts';

/** An article that helps with a case. */
async function toCase(run: Run, theCase: TaskRecord, article: AttachableArticle, attached: boolean): Promise<void> {
  enforce(caseIsNotClosed(theCase));
  await causeOf(run, theCase.id);
  const key = { caseId: theCase.id, articleId: article.id };
  if (attached) await run.tx.caseArticle.upsert({ where: { caseId_articleId: key }, create: key, update: {} });
  else await run.tx.caseArticle.deleteMany({ where: key });
  run.touched.set(theCase.id, { kind: 'case', number: theCase.number });
}

/** Attaches a published article to a problem or a case, or takes it off. */
export async function attachArticle(actor: Actor, { kind, number, article, attached }: AttachArticle): Promise<void> {
  await runCommand(actor, 'attach-article', async (run) => {
    const record = await lockRecord(run, kind, number);
    enforce(may(actor, 'edit', kind), mayWork(actor, record));
    const found = await run.tx.article.findUnique({ where: { number: article } });
    if (!found) throw notFound(`article ${article}`);
    enforce(found.publishedAt || !attached ? yes : no('REC-5', `${article} is not published yet.`, 'article'));
    await (kind === 'problem' ? setArticleOfProblem : toCase)(run, record, found, attached);
  });
}
