import { type CaseState, caseStates } from '#lib/kinds/case/states.ts';
import { type WorkOrderState, workOrderStates } from '#lib/kinds/work-order/states.ts';
import { refuse } from '#lib/platform/refuse.ts';
import { type Verdict, yes } from '#lib/platform/verdict.ts';

/** POR-11 · A customer may request a visit while the case is worked on, and only one visit at a time. */
export function mayAskVisit(theCase: { state: string }, orders: readonly { state: string }[]): Verdict {
  if (caseStates[theCase.state as CaseState].phase !== 'open')
    return refuse('POR-11', { key: 'refused.POR-11.over', params: {} });
  const isInProgress = orders.some(({ state }) => workOrderStates[state as WorkOrderState].phase === 'open');
  return isInProgress ? refuse('POR-11', { key: 'refused.POR-11.asked', params: {} }) : yes;
}
