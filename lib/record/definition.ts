import type { Actor } from '#lib/platform/actor.ts';
import type { Verdict } from '#lib/platform/verdict.ts';
import type { PropertyName } from '#lib/settings/properties.ts';
import type { Settings } from '#lib/settings/settings.ts';
import type { Fields, FieldValue } from './field.ts';
import type { TaskKind } from './kind.ts';
import type { RecordOf } from './record.ts';

/** A state: its label, its color, its external name, and its phase in the record's life. */
export type StateEntry = {
  label: string;
  tone: 'new' | 'progress' | 'waiting' | 'resolved' | 'closed';
  external: string;
  alsoAccepts?: readonly string[];
  phase: 'open' | 'resolved' | 'final';
};

/** The states of a kind; the type of a state is the type of its keys. */
export const stateTable = <S extends string>(states: Readonly<Record<S, StateEntry>>) => states;

/** The journal texts of an update. */
export type JournalInput = { comment?: string; workNote?: string };

/** The context that rules get beside the record: actor, time, journal texts and settings. */
export type UpdateContext = {
  actor: Actor;
  at: Date;
  journal: JournalInput;
  settings: Settings;
  /** REQ-2 · The state follows from the parts; no person sets it. */
  followsParts?: boolean;
  /** CASE-10 · The customer whose answer a member of staff records. */
  answersFor?: string;
  /** WO-5 · An action moves the record, as its state cannot be typed. */
  byAction?: boolean;
  /** REL-12 · Only the link to a case changes: an ended record can still be removed from its case. */
  link?: boolean;
};

/**
 * A section of the Details form. `atEnd`: how a record ended; its fields appear with a state, or once they are filled.
 * `view`: the section appears only in that view of the form; other sections appear in all views.
 */
export type FormSection = { heading: string; fields: readonly string[]; atEnd?: true; view?: string };

/** A section of nearly all kinds. */
export const priorityAndAssignment: FormSection = {
  heading: 'Priority and assignment',
  fields: ['impact', 'urgency', 'priority', 'assignmentGroupId', 'assignedToId'],
};

/** Fields that appear with a value of another field, by that field and its value. */
export type FieldsWith = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** The values that a record gets from its case, and the dialog's hint about them. */
export type FromCase = { values: Record<string, FieldValue>; hint: string | null };

/** Everything that distinguishes a kind, as pure data and rules, without the database or other kinds. */
export interface KindDefinition<K extends TaskKind = TaskKind> {
  kind: K;
  states: Readonly<Record<string, StateEntry>>;
  fields: Fields;
  /** Sections of the Details form: heading and fields in order. */
  form: readonly FormSection[];
  /** Fields of a state: shown when the state is chosen, or while the record is in it. */
  moveFields: Readonly<Record<string, readonly string[]>>;
  /** Fields that such a field requires in turn: a resolution code requires its notes. */
  fieldsWith?: FieldsWith;
  /** The choices that are available now, by field; absent: all of them. Null: for a new record. */
  choicesNow?(record: RecordOf<K> | null): Readonly<Record<string, readonly string[]>>;
  /** Values that need an additional comment, by field: the form asks for it beside them. */
  commentWith?: Readonly<Record<string, string>>;
  /** NTF-1 · The fields that customers see; absent: all of them. */
  customersSee?(record: RecordOf<K>): readonly string[];
  /** The initial values of a new record. */
  defaults: Readonly<Record<string, FieldValue>>;
  /** Initial values of the form, if they differ from `defaults`. */
  typed?: Readonly<Record<string, FieldValue>>;
  /**
   * The person of a record and its parts: the first of these fields that is filled. `isMailed`: additional comments are
   * emailed to that person.
   */
  person?: { fields: readonly string[]; isMailed?: true };
  /** The states in which a new record waits for its group; absent: all open states. In others its parts or its parent wait. */
  waitsIn?: readonly string[];
  /** REL-17 · The property that names the default group, if neither the item nor a service has a group. */
  defaultGroup?: PropertyName;
  /** REL-17 · The values of a record created from a case; absent: not possible, or the values come from elsewhere. */
  fromCase?(theCase: RecordOf<'case'>, actor: Actor, settings: Settings): FromCase;
  /** INC-7 · The values of a record created from an incident; absent: not possible. */
  fromIncident?(incident: RecordOf<'incident'>, actor: Actor, settings: Settings): FromCase;
  /** The states that the record may move to, given its parts: the State field offers them. */
  movesFrom(record: RecordOf<K>, around: { settings: Settings; parts?: readonly string[] }): readonly string[];
  /** Derives values of the same record from the proposed ones: cleared, filled and computed fields, moves by a comment. */
  deriveFields(before: RecordOf<K> | null, proposed: RecordOf<K>, update: UpdateContext): RecordOf<K>;
  /** Whether the record may change in this way. */
  validateUpdate(before: RecordOf<K> | null, after: RecordOf<K>, update: UpdateContext): Verdict;
  /** Fields that nobody can set now, each with rule and reason. */
  readOnly(
    record: RecordOf<K>,
    settings: Settings,
  ): Readonly<Partial<Record<string, { rule: string; because: string }>>>;
}
