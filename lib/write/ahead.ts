import { Prisma } from '#lib/platform/db.ts';
import type { AnyRecord } from '#lib/record/record.ts';
import type { CommandContext } from './command-context.ts';

/** SYNC-5 · What a command would have written so far, while it is only looked at: such a command locks and writes nothing. */
export type Ahead = {
  /** By id, the records as they would be. */
  records: Map<string, AnyRecord>;
  /** CHG-1, REQ-1 · Who would be asked to approve. */
  approvers: { taskId: string; approverId: string }[];
};

type MaybeAhead = Pick<CommandContext, 'ahead'>;

export const nothingAhead = (): Ahead => ({ records: new Map(), approvers: [] });

/** The clause that locks the rows of a query; nothing for a command that is only looked at. */
export const rowLock = ({ ahead }: MaybeAhead, clause = Prisma.sql`for update`): Prisma.Sql =>
  ahead ? Prisma.empty : clause;

/** Records that were read, as the command has left them: the database does not have yet what is only looked at. */
export function asLeft<R extends AnyRecord>({ ahead }: MaybeAhead, records: readonly R[]): R[] {
  return records.map((record) => (ahead?.records.get(record.id) as R | undefined) ?? record);
}
