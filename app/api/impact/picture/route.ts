import { route } from '#lib/door/route.ts';
import { impactPicture } from '#lib/impact/queries/impact-picture.ts';
import { findOrigin } from '#lib/impact/queries/origin.ts';
import { ImpactOf } from '#lib/impact/schema.ts';

/** IMP-3 · What the picture of a record's or a configuration item's impact shows. */
export const GET = route({ permission: 'impact.see', limit: 'timeline', query: ImpactOf }, async ({ actor, query }) =>
  impactPicture(await findOrigin(actor, query)),
);
