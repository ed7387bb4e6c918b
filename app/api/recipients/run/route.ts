import { childRun } from '#lib/affected-customers/queries/child-run.ts';
import { ListOf } from '#lib/affected-customers/schema.ts';
import { route } from '#lib/door/route.ts';

/** MAJ-5 · The progress of creating child cases. */
export const GET = route({ permission: 'recipients.run', limit: 'timeline', query: ListOf }, ({ actor, query }) =>
  childRun(actor, query),
);
