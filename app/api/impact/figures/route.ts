import { route } from '#lib/door/route.ts';
import { impactFigures } from '#lib/impact/queries/impact-figures.ts';
import { findOrigin } from '#lib/impact/queries/origin.ts';
import { ImpactOf } from '#lib/impact/schema.ts';

/** IMP-2 · Totals of all customers whom a record affects, or whom a configuration item would affect. */
export const GET = route({ permission: 'impact.see', limit: 'timeline', query: ImpactOf }, async ({ actor, query }) =>
  impactFigures(await findOrigin(actor, query)),
);
