import { route } from '#lib/door/route.ts';
import { readCreateDraft } from '#lib/related/queries/create-draft.ts';
import { CreateDraftQuery } from '#lib/related/schema.ts';

/** REL-17 · What the dialog of Create begins with, asked for when it opens. */
export const GET = route(
  { permission: 'related.create', limit: 'type-ahead', query: CreateDraftQuery },
  ({ actor, query }) => readCreateDraft(actor, query),
);
