import { AskAgent } from '#components/incident/ask-agent.tsx';
import { LateSuggestedArticles } from '#components/knowledge/late-suggested-articles.tsx';
import { caseToAsk } from '#lib/incident/queries/case-to-ask.ts';
import { db } from '#lib/platform/db.ts';
import { isIntegrated } from '#lib/property/settings.ts';
import type { LoadParts } from './load-parts.ts';

/**
 * INC-1, REL-9 · What waits for an external caller says so, to those who may write its work notes. Articles that may help are
 * offered.
 */
export const incidentParts: LoadParts = async (_actor, { id, number, title, state, fields, settings, ...view }) => {
  const { callerId, holdReason } = fields;
  const aside = <LateSuggestedArticles kind="incident" number={number} title={title} />;
  const waits = state.value === 'on_hold' && holdReason?.value === 'awaiting_caller';
  if (!waits || !view.externalCaller || !view.mayNote || !callerId) return { tabs: [], aside };
  const integrated = isIntegrated(settings, 'com.sn_cs_sm');
  const theCase = integrated ? await caseToAsk(db(), { id, callerId: String(callerId.value) }) : null;
  return {
    tabs: [],
    aside,
    notice: <AskAgent number={number} caller={callerId.display} caseNumber={theCase?.number ?? null} />,
  };
};
