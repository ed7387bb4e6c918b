import { z } from 'zod';
import { route } from '#lib/door/route.ts';
import { whyOf } from '#lib/journal/queries/why.ts';
import { found } from '#lib/platform/verdict.ts';
import { Kind, TaskNumber } from '#lib/record/schema.ts';

const Params = z.object({ entry: z.uuid() });
const Query = z.object({ kind: Kind, number: TaskNumber });

/** SYNC-4 · Explains on request why an entry is in the timeline. */
export const GET = route(
  { permission: 'record.see', limit: 'timeline', params: Params, query: Query },
  async ({ actor, params, query }) => found(await whyOf(actor, { ...query, id: params.entry }), query.number),
);
