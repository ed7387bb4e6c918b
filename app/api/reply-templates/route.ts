import { z } from 'zod';
import { route } from '#lib/door/route.ts';
import { typedWords } from '#lib/platform/text-input.ts';
import { Kind, TaskNumber } from '#lib/record/schema.ts';
import { offeredTemplates } from '#lib/reply-template/queries/offered-templates.ts';

const Query = z.object({
  kind: Kind,
  number: TaskNumber,
  type: z.enum(['comment', 'work_note']),
  q: typedWords,
});

/** Type-ahead of `/` in an entry: reply templates, filled in for the record. */
export const GET = route(
  { permission: 'record.comment', limit: 'type-ahead', query: Query },
  async ({ actor, query: { q: words, ...entry } }) => offeredTemplates(actor, { ...entry, words }),
);
