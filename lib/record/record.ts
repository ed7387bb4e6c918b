import type { Prisma, Task } from '#lib/platform/generated/prisma/client.ts';
import type { ModelOf, TaskKind } from './kind.ts';

/** The row that a kind has beside its row in `tasks`; both share the id. */
type OwnRow<K extends TaskKind> = Prisma.TypeMap['model'][ModelOf<K>]['payload']['scalars'];

/** A record of a kind: its row in `tasks` together with the row of its kind. */
export type RecordOf<K extends TaskKind> = { [P in K]: Omit<Task, 'kind'> & OwnRow<P> & { kind: P } }[K];

/** What the records of all kinds have. */
export type AnyRecord = Omit<Task, 'kind'> & { kind: TaskKind };

/** A record of any kind; `kind` tells which. */
export type TaskRecord = RecordOf<TaskKind>;

/** A record of a kind as one of all kinds; of a kind that is a parameter the compiler does not see that it is one. */
export function asTaskRecord<K extends TaskKind>(record: RecordOf<K>): TaskRecord {
  return record as TaskRecord;
}
