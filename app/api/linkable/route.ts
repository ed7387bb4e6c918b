import { z } from 'zod';
import { route } from '#lib/door/route.ts';
import { lineInput } from '#lib/platform/text-input.ts';
import { linkNames } from '#lib/record/link.ts';
import { linkableCases, linkableRecords } from '#lib/related/queries/linkable.ts';
import type { SourceRef } from '#lib/related/source-ref.ts';

const Query = z.object({
  link: z.enum(linkNames),
  choose: z.enum(['record', 'case']),
  /** The case to which a record will be linked. */
  case: lineInput(20).default(''),
  /** INC-7 · Or the incident to which it will be linked. */
  incident: lineInput(20).default(''),
  q: lineInput(200).default(''),
});

type Query = z.infer<typeof Query>;

function chosenFor({ case: theCase, incident }: Query): SourceRef | null {
  if (incident) return { kind: 'incident', number: incident };
  return theCase ? { kind: 'case', number: theCase } : null;
}

/** REL-10, REL-14 · What the pickers of Associate and Add Case offer. */
export const GET = route(
  { permission: 'related.search', limit: 'type-ahead', query: Query },
  async ({ actor, query }) =>
    query.choose === 'case'
      ? linkableCases(actor, query.link, query.q)
      : linkableRecords(actor, query.link, query.q, chosenFor(query)),
);
