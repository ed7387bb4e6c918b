import { route } from '#lib/door/route.ts';
import { joinableCases } from '#lib/major-case/queries/joinable-cases.ts';
import { ChildQuery } from '#lib/major-case/schema.ts';

/** MAJ-4 · The picker of the cases that can become children of a major case. */
export const GET = route(
  { permission: 'major-case.search', limit: 'type-ahead', query: ChildQuery },
  async ({ actor, query }) => joinableCases(actor, query),
);
