import { Prisma } from '#lib/platform/db.ts';
import type { Task } from '#lib/platform/generated/prisma/client.ts';

const taskColumns: ReadonlySet<string> = new Set(Object.keys(Prisma.TaskScalarFieldEnum));

/** A record as its two rows: the task's and the one of its kind, which share the id. */
export function splitRecord<R extends Task>(record: R) {
  const task: Record<string, unknown> = {};
  const own: Record<string, unknown> = { id: record.id };
  for (const [name, value] of Object.entries(record)) (taskColumns.has(name) ? task : own)[name] = value;
  return { task: task as Task, own: own as Omit<R, Exclude<keyof Task, 'id'>> };
}
