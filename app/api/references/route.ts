import { maySearch } from '#lib/access/references.ts';
import { db } from '#lib/platform/db.ts';
import { searchInput } from '#lib/platform/text-input.ts';
import { currentActor } from '#lib/session/current-actor.ts';
import { isReferenceKind, searchReferences } from '#lib/task/reference.ts';

/** Type-ahead of reference fields; what the actor may not search answers like what there is not. */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return new Response(null, { status: 401 });
  const { searchParams } = new URL(request.url);
  const kind = searchParams.get('kind') ?? '';
  if (!isReferenceKind(kind) || !maySearch(actor, kind)) return new Response(null, { status: 404 });
  return Response.json(await searchReferences(db(), actor, kind, searchInput(searchParams.get('q') ?? '')));
}
