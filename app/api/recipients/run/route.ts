import { childRun } from '#lib/affected-customers/queries/child-run.ts';
import { ListOf } from '#lib/affected-customers/schema.ts';
import { route } from '#lib/door/route.ts';

/** MAJ-5 · How far the making of child cases has come. */
export const GET = route({ permission: 'recipients.run', limit: 'timeline', query: ListOf }, ({ actor, query }) =>
  childRun(actor, query),
);
