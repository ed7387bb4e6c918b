import type { EventOf, EventType, Speaker } from '#lib/record/event.ts';
import type { StoredValue } from '#lib/record/field.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import type { SingleLinkName } from '#lib/record/link.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import type { Target } from '#lib/record/target.ts';
import type { IntegrationId } from '#lib/settings/integrations.ts';
import type { Settings } from '#lib/settings/settings.ts';

/** A state that a target is to take, with the fields that come with it and what its work notes say of that. */
export type Move = {
  state: string;
  values?: Readonly<Record<string, StoredValue>>;
  note?: string;
  /** SYNC-7 · Why a target keeps its state all the same, as its work notes say it; null: it does not. */
  keepsState?: (target: TaskRecord) => string | null;
};

/** What goes into a record at once; what is missing is left as it is. */
export type Made = {
  values?: Readonly<Record<string, StoredValue>>;
  move?: Move | null;
  comment?: readonly string[];
  note?: readonly string[];
  /** SYNC-MAJ-6 · Related records that were set or taken away, by field: each target decides whether it follows. */
  links?: readonly { field: string; from: string | null; to: string | null }[];
};

/** What a rule does to its targets; nothing where it has no lines, values or state for an event. */
type RuleEffect<K extends TaskKind, T extends EventType> =
  /** Lines into the work notes, or an entry copied as an additional comment. */
  | { effect: 'note' | 'comment'; lines(event: EventOf<T, K>): readonly string[] }
  /** Values of fields. */
  | { effect: 'fields'; values(event: EventOf<T, K>): Readonly<Record<string, StoredValue>> | null }
  /**
   * A state, only where the target's own table of moves leads there; what belongs to it is set even where the target's
   * rules refuse the state. With a line into the work notes of all that are reached.
   */
  | { effect: 'move'; move(event: EventOf<T, K>, settings: Settings): Move | null }
  /** Several of these at once, by event and target. */
  | { effect: 'mixed'; make(event: EventOf<T, K>, around: { settings: Settings; target: Target }): Made | null }
  /** SYNC-MAJ-3 · The lines of other rules that go into a major case go on to those of its children that have the record by one of these links. */
  | { effect: 'pass on'; along(settings: Settings): readonly SingleLinkName[] };

/** How what happens to records of some kinds is written into others: a business rule that administrators can switch. */
export type SyncRule<K extends TaskKind = TaskKind, T extends EventType = EventType> = {
  id: string;
  name: string;
  /** Trigger and effect in words, for administrators. */
  when: string;
  does: string;
  /** REL-19 · Of what it sends updates, as dialogs promise it: "state changes". */
  updates: string;
  integration: IntegrationId;
  sources: readonly K[];
  on: T | readonly T[];
  /** Of an update: the fields of which one has to change. */
  watches?: readonly string[];
  /** Of a comment: who has to have written it. */
  by?: readonly Speaker['is'][];
  targets: readonly Target[];
  offByDefault?: true;
  /** A property that has to be true besides the rule. */
  needs?: (settings: Settings) => boolean;
  /** SYNC-00 · The rules that what this one writes triggers in turn; all others see nothing of it. */
  triggers?: readonly string[];
} & RuleEffect<K, T>;

/** A row of the table, with its events typed by its own sources and trigger. */
export function rule<K extends TaskKind, T extends EventType>(row: SyncRule<K, T>): SyncRule;
export function rule(row: SyncRule): SyncRule {
  return row;
}
