import { z } from 'zod';
import { route } from '#lib/door/route.ts';
import { mentionable } from '#lib/inbox/queries/mentionable.ts';
import { typedWords } from '#lib/platform/text-input.ts';
import { Kind, TaskNumber } from '#lib/record/schema.ts';

const Query = z.object({
  kind: Kind,
  number: TaskNumber,
  q: typedWords,
});

/** Type-ahead of `@` in an entry: users who may see the record. */
export const GET = route(
  { permission: 'record.comment', limit: 'type-ahead', query: Query },
  async ({ actor, query: { q: words, ...record } }) => mentionable(actor, { ...record, words }),
);
