import { can } from '#lib/access/policy.ts';
import type { Incident } from '#lib/kinds/incident/definition.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import type { RecordOf } from '#lib/record/record.ts';
import { additionalActions } from '#lib/related/additional-actions.ts';
import { updatesOfIncident } from '#lib/sync/link-updates.ts';
import { caseView } from './case-view.ts';
import type { LoadedRecord, ViewParts } from './record-view.ts';
import { relatedGroups } from './related-view.ts';

/** The parts of a record's page that only some kinds have. */
type Own = Pick<
  LoadedRecord,
  | 'type'
  | 'externalCaller'
  | 'childIncidents'
  | 'verbs'
  | 'waiting'
  | 'answer'
  | 'actions'
  | 'majorActions'
  | 'related'
  | 'updates'
  | 'proposals'
>;

const nothing: Own = {
  type: null,
  externalCaller: false,
  childIncidents: null,
  verbs: [],
  waiting: null,
  answer: null,
  actions: [],
  majorActions: [],
  related: [],
  updates: {},
  proposals: [],
};

type ViewOf<K extends TaskKind> = (parts: ViewParts & { record: RecordOf<K> }, mayEdit: boolean) => Partial<Own>;

const views: { readonly [K in TaskKind]?: ViewOf<K> } = { case: caseView, incident: incidentView };

/** The parts of this record's kind; empty for kinds without a view here. */
export function ownView(parts: ViewParts, mayEdit: boolean): Own {
  const view = views[parts.record.kind] as ViewOf<TaskKind> | undefined;
  return { ...nothing, ...view?.(parts, mayEdit) };
}

/** REL-9 · The caller of an incident may be external. INC-7 · Only users who see incidents get its related records. */
function incidentView({
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
