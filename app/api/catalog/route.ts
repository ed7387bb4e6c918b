import { z } from 'zod';
import { changeTemplates } from '#lib/change/queries/templates.ts';
import { route } from '#lib/door/route.ts';
import { lineInput } from '#lib/platform/text-input.ts';
import { catalogOffers } from '#lib/request/queries/offers.ts';

const Query = z.object({ of: z.enum(['templates', 'items']), q: lineInput(200).default('') });

const catalogs = { templates: changeTemplates, items: catalogOffers } as const;

/** REL-7, REL-8 · What the pickers of Create Standard Change and Create Request offer. */
export const GET = route(
  { permission: 'catalog.search', limit: 'type-ahead', query: Query },
  async ({ actor, query: { of, q } }) => catalogs[of](actor, q),
);
