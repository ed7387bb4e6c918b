import type { Actor } from '#lib/platform/actor.ts';
import type { Verdict } from '#lib/platform/verdict.ts';
import type { PropertyName } from '#lib/settings/properties.ts';
import type { Settings } from '#lib/settings/settings.ts';
import type { Fields, FieldValue } from './field.ts';
import type { TaskKind } from './kind.ts';
import type { RecordOf } from './record.ts';

/** A state: how it reads, which colour it wears, what it is called outside, and where in the record's life it stands. */
export type StateEntry = {
  label: string;
  tone: 'new' | 'progress' | 'waiting' | 'resolved' | 'closed';
  external: string;
  alsoAccepts?: readonly string[];
  phase: 'open' | 'resolved' | 'final';
};

/** What is written into the journal together with an update. */
export type JournalInput = { comment?: string; workNote?: string };

/** What rules get beside the record: who and when, what was said, and what administrators have set. */
export type UpdateContext = {
  actor: Actor;
  at: Date;
  journal: JournalInput;
  settings: Settings;
  /** REQ-2 · The state is not proposed by a person: it follows from the parts. */
  followsParts?: boolean;
  /** CASE-10 · The customer whose answer somebody of the staff records. */
  answersFor?: string;
  /** WO-5 · An action moves the record, whose state nobody types. */
  byAction?: boolean;
  /** REL-12 · Only the link to a case changes: a record that holds it comes off its case even when it is over. */
  link?: boolean;
};

/**
 * A part of the Details form. One `atEnd` tells how a record ended: its fields come with a state, or once they are
 * filled. One of a `view` stands in that view of the form only; the others stand in all.
 */
export type FormSection = { heading: string; fields: readonly string[]; atEnd?: true; view?: string };

/** Fields that go with a value of another field, by that field and its value. */
export type FieldsWith = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** The values that a record gets from its case, and what the dialog has to say about them. */
export type FromCase = { values: Record<string, FieldValue>; hint: string | null };

/** Everything by which a kind differs from another, as pure data and rules: it knows no database and no other kind. */
export interface KindDefinition<K extends TaskKind = TaskKind> {
  kind: K;
  states: Readonly<Record<string, StateEntry>>;
  fields: Fields;
  /** Sections of the Details form: heading and fields in order. */
  form: readonly FormSection[];
  /** Fields that go with a state: shown when it is chosen, or while the record is in it. */
  moveFields: Readonly<Record<string, readonly string[]>>;
  /** Fields that such a field asks for in turn: a resolution code its texts. */
  fieldsWith?: FieldsWith;
  /** The choices that a person can take now, by field; absent: all of them. Null: for a new record. */
  choicesNow?(record: RecordOf<K> | null): Readonly<Record<string, readonly string[]>>;
  /** Values that are said together with an additional comment, by field: the form asks for it beside them. */
  commentWith?: Readonly<Record<string, string>>;
  /** NTF-1 · The fields that customers see of it; all of them where nothing is said. */
  customersSee?(record: RecordOf<K>): readonly string[];
  /** What a new record begins with. */
  defaults: Readonly<Record<string, FieldValue>>;
  /** What its form begins with otherwise, where a person types it. */
  typed?: Readonly<Record<string, FieldValue>>;
  /**
   * Whose matter a record and its parts are: the first of these fields that is filled. `isMailed`: additional comments are
   * mailed to that person.
   */
  person?: { fields: readonly string[]; isMailed?: true };
  /** The states in which a new one waits for somebody of its group; absent: all that are open. Elsewhere its parts do, or its whole. */
  waitsIn?: readonly string[];
  /** REL-17 · The property that names its group, where neither its item nor a service does. */
  defaultGroup?: PropertyName;
  /** REL-17 · What one gets that is made from a case; absent: none is, or its values come from elsewhere. */
  fromCase?(theCase: RecordOf<'case'>, actor: Actor, settings: Settings): FromCase;
  /** INC-7 · What one gets that is made from an incident; absent: none is. */
  fromIncident?(incident: RecordOf<'incident'>, actor: Actor, settings: Settings): FromCase;
  /** The states that it may go to from here, as its parts are: the State field offers them. */
  movesFrom(record: RecordOf<K>, around: { settings: Settings; parts?: readonly string[] }): readonly string[];
  /** What follows in the same record from the proposed values: cleared, filled and computed fields, moves by a comment. */
  deriveFields(before: RecordOf<K> | null, proposed: RecordOf<K>, update: UpdateContext): RecordOf<K>;
  /** Whether the record may become that. */
  validateUpdate(before: RecordOf<K> | null, after: RecordOf<K>, update: UpdateContext): Verdict;
  /** Fields that nobody can set now, with rule and reason. */
  readOnly(
    record: RecordOf<K>,
    settings: Settings,
  ): Readonly<Partial<Record<string, { rule: string; because: string }>>>;
}
