import { approvalParts } from './approval-parts.tsx';
import { incidentTabs } from './incident-tabs.tsx';
import type { LoadParts } from './load-parts.ts';

/** CHG-1, INC-7 · A change's approvers, and the incidents that it fixes or caused. */
export const changeParts: LoadParts = async (actor, view) => {
  const [parts, incidents] = await Promise.all([approvalParts(actor, view), incidentTabs(actor, view)]);
  return { ...parts, tabs: [...parts.tabs, ...incidents] };
};
