import { z } from 'zod';
import { TaskNumber } from '#lib/record/schema.ts';
import { boardFilterNames } from './filters.ts';

/** MAJ-9 · The major case whose board is shown. */
export const BoardOf = z.object({ number: TaskNumber });

export const BoardPageQuery = BoardOf.extend({
  filter: z.enum(boardFilterNames).default('all'),
  /** The page begins after this case. */
  after: TaskNumber.nullable().default(null),
});
export type BoardPageQuery = z.output<typeof BoardPageQuery>;
