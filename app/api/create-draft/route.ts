import { route } from '#lib/door/route.ts';
import { readCreateDraft } from '#lib/related/queries/create-draft.ts';
import { CreateDraftQuery } from '#lib/related/schema.ts';

/** REL-17 · The initial values of the Create dialog, loaded when it opens. */
export const GET = route(
  { permission: 'related.create', limit: 'type-ahead', query: CreateDraftQuery },
  ({ actor, query }) => readCreateDraft(actor, query),
);
