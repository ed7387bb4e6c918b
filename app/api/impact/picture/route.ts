import { route } from '#lib/door/route.ts';
import { impactPicture } from '#lib/impact/queries/impact-picture.ts';
import { findOrigin } from '#lib/impact/queries/origin.ts';
import { ImpactOf } from '#lib/impact/schema.ts';

/** IMP-3 · The impact diagram of a record or a configuration item. */
export const GET = route({ permission: 'impact.see', limit: 'timeline', query: ImpactOf }, async ({ actor, query }) =>
  impactPicture(await findOrigin(actor, query)),
);
