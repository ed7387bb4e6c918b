import type { RecordParts } from '#components/record-page/record-page.tsx';
import type { Actor } from '#lib/platform/actor.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import type { LoadedRecord } from '#lib/record-page/record-view.ts';
import { approvalParts } from './approval-parts.tsx';
import { caseParts } from './case-parts.tsx';
import { changeParts } from './change-parts.tsx';
import { incidentParts } from './incident-parts.tsx';
import type { LoadParts } from './load-parts.ts';
import { problemParts } from './problem-parts.tsx';
import { requestParts } from './request-parts.tsx';
import { requestsTab } from './requests-tab.tsx';
import { workOrderParts, workOrderTaskParts } from './work-order-parts.tsx';
import { workOrdersTab } from './work-orders-tab.tsx';

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
