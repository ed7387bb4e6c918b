import { readCreateDraft } from '#lib/related/queries/create-draft.ts';
import { CreateDraftQuery } from '#lib/related/schema.ts';
import { currentActor } from '#lib/session/current-actor.ts';

/** REL-17 · What the dialog of Create begins with, asked for when it opens. */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return new Response(null, { status: 401 });
  const query = CreateDraftQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success) return new Response(null, { status: 400 });
  const draft = await readCreateDraft(actor, query.data);
  return draft ? Response.json(draft) : new Response(null, { status: 404 });
}
