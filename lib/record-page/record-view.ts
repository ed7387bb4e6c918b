import { mayBeAssigned } from '#lib/access/assignable.ts';
import { mayComment, mayWatch } from '#lib/access/own-records.ts';
import { can, mayWork } from '#lib/access/policy.ts';
import { mayAttach } from '#lib/attachment/rules/attach.ts';
import type { CustomerAnswer } from '#lib/case/queries/customer-answer.ts';
import type { VerbView } from '#lib/case/verb-views.ts';
import type { CustomerCard } from '#lib/customer/queries/customer-card.ts';
import { type Propagation, propagationOf } from '#lib/engine/propagation.ts';
import type { ChildIncidents } from '#lib/incident/queries/child-incidents.ts';
import { commentAudience } from '#lib/journal/comment-audience.ts';
import type { WaitingForAnswer } from '#lib/kinds/case/rules/unanswered.ts';
import { definitionOf } from '#lib/kinds/definitions.ts';
import { type FieldView, fieldViews } from '#lib/kinds/field-view.ts';
import { namedRecords, withoutUnknown } from '#lib/kinds/named-records.ts';
import type { ReferenceNames } from '#lib/kinds/reference-names.ts';
import type { AttachedArticle } from '#lib/knowledge/attached-articles.ts';
import type { MajorCaseAction } from '#lib/major-case/major-case-actions.ts';
import type { Actor } from '#lib/platform/actor.ts';
import type { FieldsWith, FormSection, StateEntry } from '#lib/record/definition.ts';
import { recordFields } from '#lib/record/fields.ts';
import { type TaskKind, taskKinds } from '#lib/record/kind.ts';
import type { LinkName } from '#lib/record/link.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { watchersMayChange } from '#lib/record/rules/watchers.ts';
import type { AdditionalAction } from '#lib/related/additional-actions.ts';
import type { CaseRequestRow } from '#lib/request/queries/request-rows.ts';
import { proposedByPair } from '#lib/settings/computed-priority.ts';
import { integer, type Settings } from '#lib/settings/settings.ts';
import type { LinkUpdates } from '#lib/sync/link-updates.ts';
import { commentsReachCases } from '#lib/sync/preview.ts';
import { ownView } from './own-view.ts';
import type { Proposal } from './proposals.ts';
import type { AttachmentRow, DoneBy, Frame, WatcherRow } from './queries/record-frame.ts';
import type { RelatedGroup } from './related-view.ts';

/** The data of a record's page: plain values only, as most of it is sent to the browser. */
export type RecordView = {
  id: string;
  kind: TaskKind;
  label: string;
  number: string;
  title: string;
  version: number;
  state: { value: string; label: string; tone: StateEntry['tone'] };
  /** MAJ-1 · Major case or candidate, as a label; null for most. */
  type: string | null;
  openedAt: string;
  /** Who did what and when, for the end of Details. */
  done: { what: string; at: string; by: string | null }[];
  fields: Record<string, FieldView>;
  sections: readonly FormSection[];
  /** Fields that appear with a state, and values that need a comment. */
  stateFields: Readonly<Record<string, readonly string[]>>;
  fieldsWith: FieldsWith;
  commentWith: Readonly<Record<string, string>>;
  /** CASE-12 · The priority that is proposed for each pair of impact and urgency: "1 2" to "2 - High". */
  priorityByPair: Readonly<Record<string, string>>;
  mayEdit: boolean;
  /** REC-5 · Whether the user could take the record. */
  mayTake: boolean;
  mayComment: boolean;
  mayNote: boolean;
  /** REC-4 · Whether files can be added now. */
  mayAttach: boolean;
  /** Whether the lists of watchers can change now. */
  mayWatch: boolean;
  /** The readers of a comment, in words. */
  audience: string;
  /** REL-9 · The caller of an incident is external, and gets no email. */
  externalCaller: boolean;
  /** INC-7 · Of an incident: its children. */
  childIncidents: ChildIncidents | null;
  verbs: VerbView[];
  waiting: WaitingForAnswer | null;
  /** CASE-11 · The customer's comments on a proposed solution, until staff has handled them. */
  answer: CustomerAnswer | null;
  actions: AdditionalAction[];
  /** MAJ-1 · The major case items of the same menu. */
  majorActions: MajorCaseAction[];
  related: RelatedGroup[];
  /** REL-19 · The updates that a case receives along each of its links. */
  updates: Partial<Record<LinkName, LinkUpdates>>;
  customer: CustomerCard | null;
  /** When the actor last viewed the record before. */
  lastVisit: string | null;
  watchers: WatcherRow[];
  attachments: AttachmentRow[];
  /** SYNC-3 · How many cases may receive updates from this record. */
  propagation: Propagation;
  /** The maximum size of an attachment. */
  maxMegabytes: number;
  /** The ids of the records that it references. */
  names: string[];
};

/** A record's page with the data of its parts. */
export type LoadedRecord = RecordView & {
  settings: Settings;
  articles: AttachedArticle[];
  proposals: Proposal[];
  requests: CaseRequestRow[];
};

/** The input of a record's page. */
export type ViewParts = {
  actor: Actor;
  settings: Settings;
  record: TaskRecord;
  frame: Frame;
  names: ReferenceNames;
  affectedCases: number;
};

/** The timestamps of a record so far, in chronological order. */
function whatWasDone(record: TaskRecord, doneBy: DoneBy): RecordView['done'] {
  return (['opened', 'resolved', 'closed', 'created', 'updated'] as const).flatMap((what) => {
    const at = record[`${what}At`];
    return at ? [{ what: recordFields[`${what}At`].label, at: at.toISOString(), by: doneBy[what] }] : [];
  });
}

/** The fields that the heading shows, whether or not the form has them. */
const inHeading = ['priority', 'assignedToId', 'accountId', 'contactId', 'consumerId', 'callerId', 'requestedForId'];

/** Q-17 · The data of the page itself: only the fields it shows, without the data of its parts. */
export function asShown(loaded: LoadedRecord): RecordView {
  const { settings: _settings, articles: _articles, proposals: _proposals, requests: _requests, ...view } = loaded;
  const { fields, sections, stateFields, fieldsWith } = view;
  const shown = new Set([
    ...inHeading,
    ...sections.flatMap((section) => section.fields),
    ...Object.values(stateFields).flat(),
    ...Object.entries(fieldsWith).flatMap(([name, values]) => [name, ...Object.values(values).flat()]),
  ]);
  return { ...view, fields: Object.fromEntries(Object.entries(fields).filter(([name]) => shown.has(name))) };
}

/** Builds the data of a record's page. Its buttons use the same rules as the commands. */
export function recordViewOf(parts: ViewParts): LoadedRecord {
  const { actor, settings, record, frame, names, affectedCases } = parts;
  const definition = definitionOf(record.kind);
  const state = definition.states[record.state] ?? { label: record.state, tone: 'new', phase: 'open' };
  const isOpen = state.phase !== 'final';
  const mayEdit = isOpen && can(actor, 'edit', record.kind) && mayWork(actor, record).ok;
  const comments = commentsReachCases(record.kind, settings);
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
    done: whatWasDone(record, frame.doneBy),
    fields: withoutUnknown(
      record.kind,
      fieldViews({ definition, record, parts: frame.parts, settings, actor, mayEdit }, names),
    ),
    sections: definition.form,
    stateFields: definition.moveFields,
    fieldsWith: definition.fieldsWith ?? {},
    commentWith: definition.commentWith ?? {},
    priorityByPair: mayEdit ? proposedByPair(settings) : {},
    mayEdit,
    mayTake: mayEdit && mayBeAssigned(actor, record),
    mayComment: !isClosedCase && mayComment(actor, record).ok && mayWork(actor, record).ok,
    mayNote: !isClosedCase && can(actor, 'note', record.kind) && mayWork(actor, record).ok,
    mayAttach: mayAttach(actor, record).ok,
    mayWatch: watchersMayChange(record.kind, state.phase).ok && mayWatch(actor, record).ok,
    audience: commentAudience(record, {
      actor,
      settings,
      reader: frame.reader,
      account: names.get('accountId'),
      isTold: comments && affectedCases > 0,
      watched: frame.watchers.some(({ list }) => list === 'watch_list'),
    }),
    ...ownView(parts, mayEdit),
    customer: frame.customer,
    lastVisit: frame.lastVisit,
    watchers: frame.watchers,
    attachments: frame.attachments,
    articles: frame.articles,
    requests: frame.requests,
    settings,
    maxMegabytes: integer(settings, 'attachment.max_size_mb'),
    propagation: propagationOf(record.kind, parts),
    names: namedRecords(record),
  };
}
