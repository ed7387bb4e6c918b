'use server';

import { action } from '#lib/door/action.ts';
import { attachArticle } from './commands/attach-article.ts';
import { documentProblem } from './commands/document-problem.ts';
import { writeArticle } from './commands/write-article.ts';
import { previewArticle } from './queries.ts';
import { AttachArticle, DocumentProblem, PreviewArticle, WriteArticle } from './schema.ts';

/** ADM-7 */
export const writeArticleAction = action(
  { permission: 'knowledge.write', input: WriteArticle, isOnce: true },
  async (actor, input) => {
    const number = await writeArticle(actor, input);
    return { message: `${number} is ${input.published ? 'published' : 'saved as a draft'}.`, data: { number } };
  },
);

/** SYNC-PRB-5 · Attaches an article to a case or a problem, or removes it. */
export const attachArticleAction = action(
  { permission: 'knowledge.attach', input: AttachArticle },
  async (actor, input) => {
    await attachArticle(actor, input);
    const { article, number } = input;
    return { message: input.attached ? `${article} attached to ${number}.` : `${article} taken off ${number}.` };
  },
);

/** SYNC-PRB-5 */
export const documentProblemAction = action(
  { permission: 'knowledge.write', input: DocumentProblem, isOnce: true },
  async (actor, input) => ({
    message: `${await documentProblem(actor, input)} published and attached to ${input.problem}.`,
  }),
);

/** The text as readers will see it. */
export const previewArticleAction = action(
  { permission: 'knowledge.write', input: PreviewArticle, limit: 'preview' },
  async (actor, input) => ({ data: { html: await previewArticle(actor, input) } }),
);
