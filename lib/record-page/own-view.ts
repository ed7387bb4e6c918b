import type { TaskKind } from '#lib/record/kind.ts';
import type { RecordOf } from '#lib/record/record.ts';
import { caseView } from './case-view.ts';
import { incidentView } from './incident-view.ts';
import type { LoadedRecord, ViewParts } from './record-view.ts';

/** What the page of a record shows by its kind alone. */
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

/** What this one shows; a kind that says nothing shows nothing of its own. */
export function ownView(parts: ViewParts, mayEdit: boolean): Own {
  const view = views[parts.record.kind] as ViewOf<TaskKind> | undefined;
  return { ...nothing, ...view?.(parts, mayEdit) };
}
