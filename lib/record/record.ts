import type { Prisma, Task } from '#lib/platform/generated/prisma/client.ts';
import type { ModelOf, TaskKind } from './kind.ts';

/** The kind's row beside the row in `tasks`; both share the id. */
type OwnRow<K extends TaskKind> = Prisma.TypeMap['model'][ModelOf<K>]['payload']['scalars'];

/** A record of a kind: its row in `tasks` together with the row of its kind. */
export type RecordOf<K extends TaskKind> = { [P in K]: Omit<Task, 'kind'> & OwnRow<P> & { kind: P } }[K];

/** What the records of all kinds have. */
export type AnyRecord = Omit<Task, 'kind'> & { kind: TaskKind };

/** A record of any kind; `kind` tells which. */
export type TaskRecord = RecordOf<TaskKind>;

/** A record of a generic kind as a `TaskRecord`; the compiler cannot infer this. */
export function asTaskRecord<K extends TaskKind>(record: RecordOf<K>): TaskRecord {
  return record as TaskRecord;
}
