import { z } from 'zod';
import { route } from '#lib/door/route.ts';
import { wholeText } from '#lib/journal/queries/whole-text.ts';
import { found } from '#lib/platform/verdict.ts';
import { Kind, TaskNumber } from '#lib/task/schema.ts';

const Params = z.object({ entry: z.uuid() });
const Query = z.object({ kind: Kind, number: TaskNumber });

/** Q-19 · The whole text of an entry, when somebody opens it. */
export const GET = route(
  { permission: 'record.see', limit: 'timeline', params: Params, query: Query },
  async ({ actor, params, query }) => ({
    html: found(await wholeText(actor, { ...query, id: params.entry }), query.number),
  }),
);
