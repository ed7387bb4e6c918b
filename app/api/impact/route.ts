import { route } from '#lib/door/route.ts';
import { impactPage } from '#lib/impact/queries/impact-page.ts';
import { findOrigin } from '#lib/impact/queries/origin.ts';
import { ImpactPageQuery } from '#lib/impact/schema.ts';

/** IMP-1 · A page of the customers whom a record affects, or whom a configuration item would affect. */
export const GET = route(
  { permission: 'impact.see', limit: 'timeline', query: ImpactPageQuery },
  async ({ actor, query: { pill, after, ...of } }) => impactPage(actor, await findOrigin(actor, of), { pill, after }),
);
