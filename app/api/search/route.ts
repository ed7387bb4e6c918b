import { z } from 'zod';
import { route } from '#lib/door/route.ts';
import type { Hit } from '#lib/search/hit.ts';
import { search } from '#lib/search/search.ts';

/** How many hits the palette shows: the first ones of the search page. */
const SHOWN = 10;

/** The command palette's search results, in the order of the search page; only records that the actor may read. */
export const GET = route(
  { permission: 'record.search', limit: 'search', query: z.object({ q: z.string().default('') }) },
  async ({ actor, query }): Promise<Hit[]> => (await search(actor, query.q, { most: SHOWN })).hits,
);
