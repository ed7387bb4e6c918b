import { can, mayComment, mayKnowReach, mayWork } from '#lib/access/policy.ts';
import type { Case } from '#lib/case/definition.ts';
import { type VerbView, verbViews } from '#lib/case/verb-views.ts';
import { commentAudience } from '#lib/journal/comment-audience.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { integer, type Settings } from '#lib/property/settings.ts';
import { type AdditionalAction, additionalActions } from '#lib/related/additional-actions.ts';
import { type RelatedGroup, relatedGroups } from '#lib/related/related-view.ts';
import { type Telling, tellingChanges } from '#lib/sync/telling-changes.ts';
import type { FieldsWith, FormSection, StateEntry, TaskRecord } from './definition.ts';
import { definitions } from './definitions.ts';
import { type FieldView, fieldViews } from './field-view.ts';
import { type TaskKind, taskKinds } from './kind.ts';
import { namedRecords } from './named-records.ts';
import type { AttachmentRow, RelatedRow, WatcherRow } from './queries/record-frame.ts';

/** What the page of a record shows: plain values only, as most of it goes to the browser. */
export type RecordView = {
  id: string;
  kind: TaskKind;
  label: string;
  number: string;
  title: string;
  version: number;
  state: { value: string; label: string; tone: StateEntry['tone'] };
  openedAt: string;
  fields: Record<string, FieldView>;
  sections: readonly FormSection[];
  /** Fields that go with a state, and values that need a comment with them. */
  stateFields: Readonly<Record<string, readonly string[]>>;
  fieldsWith: FieldsWith;
  commentWith: Readonly<Record<string, string>>;
  mayEdit: boolean;
  mayComment: boolean;
  /** Who reads a comment, in words. */
  audience: string;
  verbs: VerbView[];
  actions: AdditionalAction[];
  related: RelatedGroup[];
  watchers: WatcherRow[];
  attachments: AttachmentRow[];
  /** How large an attached file may be. */
  maxMegabytes: number;
  telling: Telling & { count: number };
  /** The ids of other records that it names. */
  names: string[];
};

type Parts = {
  actor: Actor;
  settings: Settings;
  record: TaskRecord;
  frame: { watchers: WatcherRow[]; attachments: AttachmentRow[]; related: RelatedRow[] };
  names: ReadonlyMap<string, string>;
  reach: number;
};

/** Puts the page of a record together. The buttons ask the same questions as the commands behind them. */
export function recordViewOf(parts: Parts): RecordView {
  const { actor, settings, record, frame, names, reach } = parts;
  const definition = definitions[record.kind];
  const state = definition.states[record.state] ?? { label: record.state, tone: 'new', phase: 'open' };
  const isOpen = state.phase !== 'final';
  const mayEdit = isOpen && can(actor, 'edit', record.kind) && mayWork(actor, record).ok;
  const isClosedCase = record.kind === 'case' && !isOpen;
  return {
    id: record.id,
    kind: record.kind,
    label: taskKinds[record.kind].label,
    number: record.number,
    title: record.shortDescription,
    version: record.version,
    state: { value: record.state, label: state.label, tone: state.tone },
    openedAt: record.openedAt.toISOString(),
    fields: fieldViews({ definition, record, settings, actor, mayEdit }, names),
    sections: definition.form,
    stateFields: definition.moveFields,
    fieldsWith: definition.fieldsWith ?? {},
    commentWith: definition.commentWith ?? {},
    mayEdit,
    mayComment: !isClosedCase && mayComment(actor, record).ok && mayWork(actor, record).ok,
    audience: commentAudience(record, names),
    verbs: mayEdit && record.kind === 'case' ? verbViews(actor, record as Case) : [],
    actions: record.kind === 'case' ? additionalActions(record as Case, actor, settings) : [],
    related: record.kind === 'case' ? relatedGroups(frame.related, record as Case, actor, settings) : [],
    watchers: frame.watchers,
    attachments: frame.attachments,
    maxMegabytes: integer(settings, 'attachment.max_size_mb'),
    telling: { ...tellingChanges(record, settings), count: mayKnowReach(actor, record.kind) ? reach : 0 },
    names: namedRecords(record),
  };
}
