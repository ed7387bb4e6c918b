import { can } from '#lib/access/policy.ts';
import type { Incident } from '#lib/kinds/incident/definition.ts';
import { additionalActions } from '#lib/related/additional-actions.ts';
import { updatesOfIncident } from '#lib/sync/link-updates.ts';
import type { LoadedRecord, ViewParts } from './record-view.ts';
import { relatedGroups } from './related-view.ts';

/** REL-9 · The caller of an incident may be external. INC-7 · Only users who see incidents get its related records. */
export function incidentView({
  actor,
  settings,
  record,
  frame,
}: ViewParts & { record: Incident }): Pick<
  LoadedRecord,
  'externalCaller' | 'childIncidents' | 'actions' | 'related' | 'updates'
> {
  return {
    externalCaller: frame.reader?.customer === true,
    childIncidents: frame.childIncidents,
    actions: additionalActions(record, actor, settings),
    related: can(actor, 'see', 'incident') ? relatedGroups(frame.related, record, actor, settings) : [],
    updates: updatesOfIncident(settings),
  };
}
