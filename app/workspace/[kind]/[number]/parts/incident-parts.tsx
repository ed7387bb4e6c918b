import { LazyIncidentNotices } from '#components/incident/lazy-incident-notices.tsx';
import { LazySuggestedArticles } from '#components/knowledge/lazy-suggested-articles.tsx';
import { ownCascade } from '#lib/cascade/queries/own-cascade.ts';
import { caseToAsk } from '#lib/incident/queries/case-to-ask.ts';
import { db } from '#lib/platform/db.ts';
import type { LoadedRecord } from '#lib/record-page/record-view.ts';
import { isIntegrated } from '#lib/settings/settings.ts';
import { childIncidentsTab } from './incident-tabs.tsx';
import type { LoadParts } from './load-parts.ts';

/** INC-1, REL-9 · The external caller for whom an incident waits, and the case whose agent can ask; null: it waits for none. */
async function awaitedCaller({ id, fields: { callerId, holdReason }, state, settings, ...view }: LoadedRecord) {
  const waits = state.value === 'on_hold' && holdReason?.value === 'awaiting_caller';
  if (!waits || !view.externalCaller || !view.mayNote || !callerId) return null;
  const integrated = isIntegrated(settings, 'com.sn_cs_sm');
  const theCase = integrated ? await caseToAsk(db(), { id, callerId: String(callerId.value) }) : null;
  return { caller: callerId.display, caseNumber: theCase?.number ?? null };
}

/**
 * INC-1, REL-9 · Shows users who may write work notes that the incident waits for an external caller. SYNC-7: the user who just
 * resolved cases with it can undo that. INC-7: its children have a tab. Articles that may help are offered.
 */
export const incidentParts: LoadParts = async (actor, view) => {
  const { id, number, title } = view;
  const [waits, cascade, tabs] = await Promise.all([
    awaitedCaller(view),
    ownCascade(actor, id),
    childIncidentsTab(actor, view),
  ]);
  return {
    tabs,
    aside: <LazySuggestedArticles kind="incident" number={number} title={title} />,
    ...(waits || cascade ? { notice: <LazyIncidentNotices {...{ number, waits, cascade }} /> } : {}),
  };
};
