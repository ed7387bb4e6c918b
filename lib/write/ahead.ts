import { Prisma } from '#lib/platform/db.ts';
import type { AnyRecord } from '#lib/record/record.ts';
import type { CommandContext } from './command-context.ts';

/** SYNC-5 · What a previewed command would have written so far. A preview locks and writes nothing. */
export type Ahead = {
  /** Records as they would be, by id. */
  records: Map<string, AnyRecord>;
  /** CHG-1, REQ-1 · Users who would be asked to approve. */
  approvers: { taskId: string; approverId: string }[];
};

type MaybeAhead = Pick<CommandContext, 'ahead'>;

export const nothingAhead = (): Ahead => ({ records: new Map(), approvers: [] });

/** The row-lock clause of a query; empty for a preview. */
export const rowLock = ({ ahead }: MaybeAhead, clause = Prisma.sql`for update`): Prisma.Sql =>
  ahead ? Prisma.empty : clause;

/** Replaces records that were read with the preview's version, which the database does not have. */
export function asLeft<R extends AnyRecord>({ ahead }: MaybeAhead, records: readonly R[]): R[] {
  return records.map((record) => (ahead?.records.get(record.id) as R | undefined) ?? record);
}
