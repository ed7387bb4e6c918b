import type { RecordParts } from '#components/record-page/record-page.tsx';
import type { Actor } from '#lib/platform/actor.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import type { LoadedRecord } from '#lib/record-page/record-view.ts';
import { approvalParts } from './approval-parts.tsx';
import { requestsTab, workOrdersTab } from './case-link-tabs.tsx';
import { caseParts } from './case-parts.tsx';
import { incidentParts } from './incident-parts.tsx';
import { incidentTabs } from './incident-tabs.tsx';
import type { LoadParts } from './load-parts.ts';
import { problemParts } from './problem-parts.tsx';
import { requestParts } from './request-parts.tsx';
import { workOrderParts, workOrderTaskParts } from './work-order-parts.tsx';

/** CHG-1, INC-7 · A change's approvers, and the incidents that it fixes or caused. */
const changeParts: LoadParts = async (actor, view) => {
  const [parts, incidents] = await Promise.all([approvalParts(actor, view), incidentTabs(actor, view)]);
  return { ...parts, tabs: [...parts.tabs, ...incidents] };
};

/** Loads the parts that only this kind's page has; absent: none. */
const partsOf: Readonly<Partial<Record<TaskKind, LoadParts>>> = {
  case: caseParts({ request: requestsTab, workOrder: workOrdersTab }),
  incident: incidentParts,
  problem: problemParts,
  change: changeParts,
  request: requestParts,
  requested_item: approvalParts,
  work_order: workOrderParts,
  work_order_task: workOrderTaskParts,
};

export async function loadParts(actor: Actor, view: LoadedRecord): Promise<RecordParts> {
  return (await partsOf[view.kind]?.(actor, view)) ?? { tabs: [] };
}
