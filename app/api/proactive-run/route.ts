import { route } from '#lib/door/route.ts';
import { readRunDraft } from '#lib/proactive/queries/run-draft.ts';
import { GenerateCases } from '#lib/proactive/schema.ts';

/** PRO-1 · The preview of *Generate Proactive Cases*. It is a POST: the selected customers may be too many for an address. */
export const POST = route(
  { permission: 'proactive.generate', limit: 'type-ahead', body: GenerateCases },
  ({ actor, body }) => readRunDraft(actor, body),
);
