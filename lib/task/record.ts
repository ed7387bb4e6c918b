import type {
  Case as CaseRow,
  Change as ChangeRow,
  Incident as IncidentRow,
  Problem as ProblemRow,
  RequestedItem as RequestedItemRow,
  Request as RequestRow,
  Task,
} from '#lib/platform/generated/prisma/client.ts';
import type { TaskKind } from './kind.ts';

/** The row that each kind has beside its row in `tasks`; both share the id. */
type OwnRows = {
  case: CaseRow;
  incident: IncidentRow;
  problem: ProblemRow;
  change: ChangeRow;
  request: RequestRow;
  requested_item: RequestedItemRow;
};

/** A record of a kind: its row in `tasks` together with the row of its kind. */
export type RecordOf<K extends TaskKind> = { [P in K]: Omit<Task, 'kind'> & OwnRows[P] & { kind: P } }[K];

/** What the records of all kinds have. */
export type AnyRecord = Omit<Task, 'kind'> & { kind: TaskKind };

/** A record of any kind; `kind` tells which. */
export type TaskRecord = RecordOf<TaskKind>;

/** A record of a kind as one of all kinds; of a kind that is a parameter the compiler does not see that it is one. */
export function asTaskRecord<K extends TaskKind>(record: RecordOf<K>): TaskRecord {
  return record as TaskRecord;
}
