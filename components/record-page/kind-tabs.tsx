import type { ReactNode } from 'react';
import { ApprovalTable } from '#components/approval/approval-table.tsx';
import { IncidentTable } from '#components/problem/incident-table.tsx';
import { ItemTable } from '#components/request/item-table.tsx';
import { RequestsOfCase } from '#components/request/requests-of-case.tsx';
import { approvalsOf } from '#lib/approval/queries/approvals.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { incidentsOfProblem } from '#lib/problem/queries/incidents.ts';
import { itemsOf } from '#lib/request/queries/items.ts';
import { requestsOfCase } from '#lib/request/queries/requests-of-case.ts';
import type { TaskKind } from '#lib/task/kind.ts';
import type { RecordView } from '#lib/task/record-view.ts';

export interface RecordTab {
  id: string;
  label: string;
  count?: number;
  panel: ReactNode;
  /** Records that stand in it with parts of their own. */
  shows?: readonly string[];
}

/** Asks for what a tab shows; null when there is nothing to show to this person. */
type OwnTab = (actor: Actor, view: RecordView) => Promise<RecordTab | null>;

const requests: OwnTab = async (actor, view) => {
  const found = await requestsOfCase(actor, view);
  if (!found) return null;
  const panel = <RequestsOfCase caseNumber={view.number} requests={found} />;
  const shows = found.requests.map(({ id: request }) => request);
  return { id: 'requests', label: 'Requests', count: shows.length, panel, shows };
};

const incidents: OwnTab = async (actor, { id }) => {
  const found = await incidentsOfProblem(actor, id);
  return { id: 'incidents', label: 'Incidents', count: found.count, panel: <IncidentTable {...found} /> };
};

const items: OwnTab = async (actor, { id, number }) => {
  const found = (await itemsOf(actor, [id])).get(id) ?? [];
  const panel = <ItemTable caption={`Items of ${number}`} items={found} />;
  return { id: 'items', label: 'Items', count: found.length, panel };
};

const approvals: OwnTab = async (actor, { id, number }) => {
  const found = await approvalsOf(actor, id);
  if (found.length === 0) return null;
  const panel = <ApprovalTable caption={`Approvals of ${number}`} approvals={found} by="approver" />;
  return { id: 'approvals', label: 'Approvals', count: found.length, panel };
};

/** The tabs that a kind has beside Details, its cases, Attachments and History. */
const ownTabs: Readonly<Record<TaskKind, readonly OwnTab[]>> = {
  case: [requests],
  incident: [],
  problem: [incidents],
  change: [approvals],
  request: [items],
  requested_item: [approvals],
};

/** The tabs of this record's kind, each with what it shows. */
export async function ownTabsOf(actor: Actor, view: RecordView): Promise<RecordTab[]> {
  const tabs = await Promise.all(ownTabs[view.kind].map((tab) => tab(actor, view)));
  return tabs.filter((tab) => tab !== null);
}
