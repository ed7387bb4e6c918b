import { z } from 'zod';
import { route } from '#lib/door/route.ts';
import { fullText, writtenText } from '#lib/journal/queries/full-text.ts';
import { found } from '#lib/platform/verdict.ts';
import { Kind, TaskNumber } from '#lib/record/schema.ts';

const Params = z.object({ entry: z.uuid() });
const Query = z.object({ kind: Kind, number: TaskNumber, as: z.enum(['html', 'written']).default('html') });

/** Q-19 · The full text of an entry when a user opens it, or its source text when a user quotes it. */
export const GET = route(
  { permission: 'record.see', limit: 'timeline', params: Params, query: Query },
  async ({ actor, params, query }) => {
    const entry = { ...query, id: params.entry };
    return query.as === 'html'
      ? { html: found(await fullText(actor, entry), query.number) }
      : { text: found(await writtenText(actor, entry), query.number) };
  },
);
