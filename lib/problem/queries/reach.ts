import { db } from '#lib/platform/db.ts';
import { pageSettings } from '#lib/property/page-settings.ts';
import { reachOf, reachOfIncidents } from '#lib/sync/fan-out.ts';
import { planEffects } from '#lib/sync/plan.ts';
import { definitions } from '#lib/task/definitions.ts';

export type Reach = { cases: number; incidents: number };

/**
 * PRB-2, SYNC-3 · How many cases and incidents a communicated workaround or fix would reach now: as many as the active
 * rules would tell. The problem is one that the actor may see, as the caller knows.
 */
export async function reachOfCommunication(problemId: string, what: 'workaround' | 'fix'): Promise<Reach> {
  const [settings, record] = await Promise.all([pageSettings(), definitions.problem.load(db(), problemId)]);
  const reach: Reach = { cases: 0, incidents: 0 };
  for (const { target } of planEffects([{ type: 'communicated', record, what, text: 'something' }], settings)) {
    if (target.to === 'cases') reach.cases += await reachOf(db(), problemId, target.links);
    if (target.to === 'incidents of the problem') reach.incidents += await reachOfIncidents(db(), problemId);
  }
  return reach;
}
