import { maySearch } from '#lib/access/references.ts';
import { db } from '#lib/platform/db.ts';
import { typedWords } from '#lib/platform/typed-text.ts';
import { currentActor } from '#lib/session/current-actor.ts';
import { isReferenceKind, searchReferred } from '#lib/task/reference.ts';

/** Type-ahead of reference fields; what the actor may not search answers like what there is not. */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return new Response(null, { status: 401 });
  const { searchParams } = new URL(request.url);
  const kind = searchParams.get('kind') ?? '';
  if (!isReferenceKind(kind) || !maySearch(actor, kind)) return new Response(null, { status: 404 });
  return Response.json(await searchReferred(db(), actor, kind, typedWords(searchParams.get('q') ?? '')));
}
