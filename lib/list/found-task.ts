import type { TaskKind } from '#lib/record/kind.ts';
import type { ListRow } from './list-tasks.ts';

/** A record in a table of several kinds. */
export type FoundTask = Pick<ListRow, 'id' | 'number' | 'shortDescription' | 'state' | 'updatedAt'> & {
  kind: TaskKind;
};
