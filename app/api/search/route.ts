import { z } from 'zod';
import { route } from '#lib/door/route.ts';
import type { Hit } from '#lib/search/hit.ts';
import { search } from '#lib/search/search.ts';

/** So many hits the palette shows: the first ones of the page. */
const SHOWN = 10;

/** What the command palette finds, in the order of the search page; only what the actor may read. */
export const GET = route(
  { permission: 'record.search', limit: 'search', query: z.object({ q: z.string().default('') }) },
  async ({ actor, query }): Promise<Hit[]> => (await search(actor, query.q, { most: SHOWN })).hits,
);
