import { z } from 'zod';
import { route } from '#lib/door/route.ts';
import { lineInput } from '#lib/platform/text-input.ts';
import { linkNames } from '#lib/related/link.ts';
import { linkableCases, linkableRecords } from '#lib/related/queries/linkable.ts';

const Query = z.object({
  link: z.enum(linkNames),
  choose: z.enum(['record', 'case']),
  /** The case that a record is chosen for. */
  case: lineInput(20).default(''),
  q: lineInput(200).default(''),
});

/** REL-10, REL-14 · What the pickers of Associate and Add Case offer. */
export const GET = route(
  { permission: 'related.search', limit: 'type-ahead', query: Query },
  async ({ actor, query: { link, choose, q, case: caseNumber } }) =>
    (choose === 'case' ? linkableCases : linkableRecords)(actor, link, q, caseNumber),
);
