import { IncidentTable } from '#components/incident/incident-table.tsx';
import type { RecordTab } from '#components/record-page/record-tabs.tsx';
import { deferred } from '#components/ui/deferred.ts';
import { can } from '#lib/access/policy.ts';
import { incidentsOf } from '#lib/incident/queries/incidents-of.ts';
import type { Actor } from '#lib/platform/actor.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { type IncidentLinkName, incidentLinkNames, links } from '#lib/record/link.ts';
import type { LoadedRecord } from '#lib/record-page/record-view.ts';
import { slowTab } from '../slow-tab.tsx';

type Tab = { by: IncidentLinkName | 'parent'; label: string; empty: string };

async function incidentTab(actor: Actor, id: string, { by, label, empty }: Tab): Promise<RecordTab> {
  return slowTab({
    label,
    of: await deferred(incidentsOf(actor, by, id)),
    countOf: ({ count }) => count,
    rows: 6,
    panel: (loaded) => <IncidentTable {...loaded} {...{ label, empty }} />,
  });
}

/** INC-7 · The tabs of a record's incidents, one per link, for users who may see incidents. */
export async function incidentTabs(actor: Actor, { id, kind }: { id: string; kind: TaskKind }): Promise<RecordTab[]> {
  if (!can(actor, 'see', 'incident')) return [];
  const ofKind = incidentLinkNames.filter((link) => links[link].kind === kind);
  return Promise.all(
    ofKind.map((link) => {
      const empty = `Incidents that have this ${links[link].noun.toLowerCase()} appear here.`;
      return incidentTab(actor, id, { by: link, label: links[link].ofIncident, empty });
    }),
  );
}

/** INC-7 · The tab of an incident's children, if it has any. */
export async function childIncidentsTab(actor: Actor, { id, childIncidents }: LoadedRecord): Promise<RecordTab[]> {
  if (!childIncidents || childIncidents.all === 0) return [];
  const empty = 'Incidents that name this one as their parent appear here.';
  return [await incidentTab(actor, id, { by: 'parent', label: 'Child Incidents', empty })];
}
