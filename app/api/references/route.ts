import { z } from 'zod';
import { maySearch } from '#lib/access/references.ts';
import { ownerNamed } from '#lib/customer/queries/owner-named.ts';
import { route } from '#lib/door/route.ts';
import { db } from '#lib/platform/db.ts';
import { searchInput } from '#lib/platform/text-input.ts';
import { notFound } from '#lib/platform/verdict.ts';
import { isReferenceKind, searchReferences } from '#lib/task/reference.ts';

const Query = z.object({
  kind: z.string().default(''),
  q: z
    .string()
    .default('')
    .transform((text) => searchInput(text)),
  /** REC-5: the customer that the form names; of what customers own only that one's things are offered. */
  contact: z.uuid().optional(),
  consumer: z.uuid().optional(),
  account: z.uuid().optional(),
});

/** Type-ahead of reference fields; what the actor may not search answers like what there is not. */
export const GET = route(
  { permission: 'reference.search', limit: 'type-ahead', query: Query },
  async ({ actor, query: { kind, q, ...customer } }) => {
    if (!isReferenceKind(kind) || !maySearch(actor, kind)) throw notFound('list');
    return searchReferences(db(), actor, kind, q, { owner: await ownerNamed(db(), customer) });
  },
);
