import { can } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import type { FoundTask } from './found-task.ts';
import { type ListQuery, listOf } from './list-query.ts';
import { listTasks } from './list-tasks.ts';

const SHOWN = 10;

/** A customer's newest cases that the actor may see, by list filters; null if the actor sees no cases. */
export async function newestCases(actor: Actor, filters: ListQuery['filters']): Promise<FoundTask[] | null> {
  if (!can(actor, 'see', 'case')) return null;
  const { rows } = await listTasks(actor, listOf('case', filters), SHOWN);
  return rows.map((row) => ({ ...row, kind: 'case' }));
}
