import { type ListQuery, listText } from '#lib/list/list-query.ts';
import { commonViews } from '#lib/list/views.ts';
import { type TaskKind, taskKinds } from '#lib/record/kind.ts';
import type { View } from '#lib/saved-view/queries.ts';

/** The saved views of a list, serialized for the browser. */
export type ListViews = {
  kind: TaskKind;
  path: string;
  /** The current query, as a view would store it. */
  currentQuery: string;
  common: readonly { name: string; query: string }[];
  saved: readonly View[];
  mayShare: boolean;
};

export function listViews(query: ListQuery, saved: readonly View[], mayShare: boolean): ListViews {
  const { kind } = query;
  const path = `/workspace/${taskKinds[kind].path}`;
  return { kind, path, currentQuery: listText({ ...query, page: null }), common: commonViews(kind), saved, mayShare };
}
