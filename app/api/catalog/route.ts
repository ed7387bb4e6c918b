import { z } from 'zod';
import { changeTemplates } from '#lib/change/queries/templates.ts';
import { lineInput } from '#lib/platform/text-input.ts';
import { catalogOffers } from '#lib/request/queries/offers.ts';
import { currentActor } from '#lib/session/current-actor.ts';

const Query = z.object({ of: z.enum(['templates', 'items']), q: lineInput(200).default('') });

const catalogs = { templates: changeTemplates, items: catalogOffers } as const;

/** REL-7, REL-8 · What the pickers of Create Standard Change and Create Request offer. */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return new Response(null, { status: 401 });
  const query = Query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success) return new Response(null, { status: 400 });
  return Response.json(await catalogs[query.data.of](actor, query.data.q));
}
