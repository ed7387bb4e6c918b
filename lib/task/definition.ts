import type { Actor } from '#lib/platform/actor.ts';
import type { Db } from '#lib/platform/db.ts';
import type { Task } from '#lib/platform/generated/prisma/client.ts';
import type { Verdict } from '#lib/platform/verdict.ts';
import type { Settings } from '#lib/property/settings.ts';
import type { CommandContext } from './command-context.ts';
import type { Fields, FieldValue } from './field.ts';
import type { TaskKind } from './kind.ts';

/** A state: how it reads, which colour it wears, what it is called external, and where in the record's life it stands. */
export type StateEntry = {
  label: string;
  tone: 'new' | 'progress' | 'waiting' | 'resolved' | 'closed';
  external: string;
  alsoAccepts?: readonly string[];
  phase: 'open' | 'resolved' | 'final';
};

/** What a person wrote together with an update. */
export type JournalInput = { comment?: string; workNote?: string };

/** What rules are told beside the record: who, what was said, and what administrators have set. */
export type UpdateContext = {
  actor: Actor;
  words: JournalInput;
  settings: Settings;
  /** REQ-2 · The state is not proposed by a person: it follows from the items. */
  followsItems?: boolean;
  /** REL-12 · Only the tie to a case changes: a record that holds it comes off its case even when it is over. */
  link?: boolean;
};

/** Any record: the task's row with the row of its kind. */
export type TaskRecord = Task;

/** A part of the Details form. One `atEnd` tells how a record ended: its fields come with a state, or once they are filled. */
export type FormSection = { heading: string; fields: readonly string[]; atEnd?: true };

/** Fields that go with a value of another field, by that field and its value. */
export type FieldsWith = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** Everything by which a kind differs from another. Rules are pure; only load, insert and write touch the database. */
export interface KindDefinition<R extends TaskRecord = TaskRecord> {
  kind: TaskKind;
  states: Readonly<Record<string, StateEntry>>;
  fields: Fields;
  /** Sections of the Details form: heading and fields in order. */
  form: readonly FormSection[];
  /** Fields that go with a state: shown when it is chosen, or while the record is in it. */
  moveFields: Readonly<Record<string, readonly string[]>>;
  /** Fields that such a field asks for in turn: a resolution code its texts. */
  fieldsWith?: FieldsWith;
  /** The choices that a person can take now, by field; absent: all of them. Null: for a new record. */
  choicesNow?(record: R | null): Readonly<Record<string, readonly string[]>>;
  /** Values that are said together with an additional comment, by field: the form asks for it beside them. */
  commentWith?: Readonly<Record<string, string>>;
  /** What a new record begins with. */
  defaults: Readonly<Record<string, FieldValue>>;
  /** The states that it may go to from here: the State field offers them. */
  movesFrom(record: R): readonly string[];
  load(tx: Db, id: string): Promise<R>;
  insertOwn(tx: Db, record: R): Promise<void>;
  writeOwn(tx: Db, id: string, values: Partial<R>): Promise<void>;
  /** What follows in the same record from the proposed values: cleared, filled and computed fields, moves by words. */
  deriveFields(before: R | null, proposed: R, context: UpdateContext): R;
  /** Whether the record may become that. */
  validateUpdate(before: R | null, after: R, context: UpdateContext): Verdict;
  /** What else follows in the same transaction once it is written: rows beside the record. */
  afterwards?(context: CommandContext, before: R, after: R): Promise<void>;
  /** Fields that nobody can set now, with rule and reason. */
  readOnly(record: R, settings: Settings): Readonly<Partial<Record<string, { rule: string; because: string }>>>;
}
