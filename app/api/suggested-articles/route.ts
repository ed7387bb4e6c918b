import { z } from 'zod';
import { route } from '#lib/door/route.ts';
import { suggestedArticles } from '#lib/knowledge/suggested-articles.ts';
import { found } from '#lib/platform/verdict.ts';
import { Kind, TaskNumber } from '#lib/record/schema.ts';
import { recordView } from '#lib/record-page/queries/record-view.ts';

const Query = z.object({ kind: Kind, number: TaskNumber });

/** Articles about topics like the record's, loaded when the user looks at them. */
export const GET = route(
  { permission: 'record.see', limit: 'type-ahead', query: Query },
  async ({ actor, query: { kind, number } }) =>
    suggestedArticles(actor, found(await recordView(actor, kind, number), number).title),
);
