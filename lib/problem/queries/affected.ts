import { system } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { loadRecord } from '#lib/record/kind-table.ts';
import { pageSettings } from '#lib/settings/page-settings.ts';
import { previewPropagation } from '#lib/sync/preview.ts';

export type Affected = { cases: number; incidents: number };

/**
 * PRB-2, SYNC-3 · How many cases and incidents would receive a communicated workaround or fix, by the rules that are active
 * now. The caller has checked that the actor may see the problem.
 */
export async function affectedByCommunication(problemId: string, what: 'workaround' | 'fix'): Promise<Affected> {
  const [settings, record] = await Promise.all([pageSettings(), loadRecord(db(), 'problem', problemId)]);
  const context = { tx: db(), actor: system, at: now(), settings };
  const text = what === 'fix' ? record.fixNotes : record.workaround;
  const affected = await previewPropagation(context, problemId, [{ type: 'communicated', record, what, text }]);
  const of = (target: string) => affected.find(({ to }) => to.some((each) => each === target))?.count ?? 0;
  return { cases: of('cases'), incidents: of('incidents of the problem') };
}
