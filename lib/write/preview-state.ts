import { Prisma } from '#lib/platform/db.ts';
import type { AnyRecord } from '#lib/record/record.ts';
import type { CommandContext } from './command-context.ts';

/** SYNC-5 · What a previewed command would have written so far. A preview locks and writes nothing. */
export type PreviewState = {
  /** Records as they would be, by id. */
  records: Map<string, AnyRecord>;
  /** CHG-1, REQ-1 · Users who would be asked to approve. */
  approvers: { taskId: string; approverId: string }[];
};

type MaybePreview = Pick<CommandContext, 'preview'>;

export const emptyPreview = (): PreviewState => ({ records: new Map(), approvers: [] });

/** The row-lock clause of a query; empty for a preview. */
export const rowLock = ({ preview }: MaybePreview, clause = Prisma.sql`for update`): Prisma.Sql =>
  preview ? Prisma.empty : clause;

/** Replaces records that were read with the preview's version, which the database does not have. */
export function withPreviewed<R extends AnyRecord>({ preview }: MaybePreview, records: readonly R[]): R[] {
  return records.map((record) => (preview?.records.get(record.id) as R | undefined) ?? record);
}
