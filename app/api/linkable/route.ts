import { z } from 'zod';
import { lineInput } from '#lib/platform/text-input.ts';
import { linkNames } from '#lib/related/link.ts';
import { linkableCases, linkableRecords } from '#lib/related/queries/linkable.ts';
import { currentActor } from '#lib/session/current-actor.ts';

const Query = z.object({
  link: z.enum(linkNames),
  choose: z.enum(['record', 'case']),
  /** The case that a record is chosen for. */
  case: lineInput(20).default(''),
  q: lineInput(200).default(''),
});

/** REL-10, REL-14 · What the pickers of Associate and Add Case offer. */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return new Response(null, { status: 401 });
  const query = Query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success) return new Response(null, { status: 400 });
  const { link, choose, q, case: caseNumber } = query.data;
  return Response.json(await (choose === 'case' ? linkableCases : linkableRecords)(actor, link, q, caseNumber));
}
