import { route } from '#lib/door/route.ts';
import { typedWords } from '#lib/platform/text-input.ts';
import { Watch } from '#lib/record/schema.ts';
import { possibleWatchers } from '#lib/record-page/queries/possible-watchers.ts';

const Query = Watch.pick({ kind: true, number: true, list: true }).extend({
  q: typedWords,
});

/** REC-2 · Type-ahead of watch lists: users who may watch this record. */
export const GET = route(
  { permission: 'record.watch', limit: 'type-ahead', query: Query },
  async ({ actor, query: { q: words, ...record } }) => possibleWatchers(actor, { ...record, words }),
);
