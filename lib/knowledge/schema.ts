import { z } from 'zod';
import { lineInput, textInput, writtenInput } from '#lib/platform/text-input.ts';
import { TaskNumber } from '#lib/record/schema.ts';

const ArticleNumber = lineInput(20).toUpperCase();

export const WriteArticle = z.object({
  /** Absent: a new article. */
  number: ArticleNumber.optional(),
  title: lineInput(160).min(1, 'Give the article a title.'),
  text: writtenInput(64_000, 'Write the article.'),
  readers: z.enum(['internal', 'external']),
  published: z.union([z.boolean(), z.stringbool({ truthy: ['on'], falsy: ['off'] })]),
  /** The `updatedAt` that the editor has seen. Required for an existing article. */
  seen: z.iso.datetime().optional(),
});

/** An article that documents a problem. It is published at once. */
export const DocumentProblem = WriteArticle.pick({ title: true, text: true, readers: true }).extend({
  problem: TaskNumber,
});
export type DocumentProblem = z.infer<typeof DocumentProblem>;

export const PreviewArticle = z.object({ text: textInput(64_000) });
export type PreviewArticle = z.infer<typeof PreviewArticle>;
export type WriteArticle = z.infer<typeof WriteArticle>;

export const AttachArticle = z.object({
  kind: z.enum(['case', 'problem']),
  number: TaskNumber,
  article: ArticleNumber,
  attached: z.boolean(),
});
export type AttachArticle = z.infer<typeof AttachArticle>;
