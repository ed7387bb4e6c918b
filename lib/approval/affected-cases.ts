import { db } from '#lib/platform/db.ts';
import { pageSettings } from '#lib/property/page-settings.ts';
import { countAffectedCases, watchedByCases } from '#lib/sync/preview.ts';
import { type TaskKind, taskKinds } from '#lib/task/kind.ts';

/** SYNC-3 · How many cases each answer may be written into. CHG-1 · An approved change stays where it is. */
export type AffectedByAnswer = Record<'approved' | 'rejected', number>;

/** SYNC-3 · Counted for who is asked; an item moves its request, of which the case is told. */
export async function affectedByAnswer(kind: TaskKind, taskId: string): Promise<AffectedByAnswer> {
  const propagated = taskKinds[kind].partOf?.kind ?? kind;
  const { fields } = watchedByCases(propagated, await pageSettings());
  const rejected = fields.includes('state') ? await countAffectedCases(db(), kind, taskId) : 0;
  return { approved: kind === 'change' ? 0 : rejected, rejected };
}
