import { route } from '#lib/door/route.ts';
import { readRunDraft } from '#lib/proactive/queries/run-draft.ts';
import { RunQuery } from '#lib/proactive/schema.ts';

/** PRO-1 · What the dialog of *Generate Proactive Cases* says before anything is made. */
export const GET = route(
  { permission: 'proactive.generate', limit: 'type-ahead', query: RunQuery },
  ({ actor, query }) => readRunDraft(actor, query),
);
