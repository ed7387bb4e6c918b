import { z } from 'zod';
import { route } from '#lib/door/route.ts';
import { suggestedArticles } from '#lib/knowledge/suggested-articles.ts';
import { found } from '#lib/platform/verdict.ts';
import { recordView } from '#lib/task/queries/record-view.ts';
import { Kind, TaskNumber } from '#lib/task/schema.ts';

const Query = z.object({ kind: Kind, number: TaskNumber });

/** What is written about something like a record, once somebody looks there. */
export const GET = route(
  { permission: 'record.see', limit: 'type-ahead', query: Query },
  async ({ actor, query: { kind, number } }) =>
    suggestedArticles(actor, found(await recordView(actor, kind, number), number).title),
);
