import type { EventOf, EventType, Speaker } from '#lib/record/event.ts';
import type { StoredValue } from '#lib/record/field.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import type { SingleLinkName } from '#lib/record/link.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import type { Target } from '#lib/record/target.ts';
import type { IntegrationId } from '#lib/settings/integrations.ts';
import type { Settings } from '#lib/settings/settings.ts';

/** A state for a target, with the fields that come with it and the line for its work notes. */
export type Move = {
  state: string;
  values?: Readonly<Record<string, StoredValue>>;
  note?: string;
  /** SYNC-7 · Why a target keeps its state, as text for its work notes; null if it does not. */
  doNotResolveNote?: (target: TaskRecord) => string | null;
};

/** Changes to write into a record at once; absent parts stay unchanged. */
export type Made = {
  values?: Readonly<Record<string, StoredValue>>;
  /** SYNC-INC-6 · Why a target keeps its own values, as text for its work notes instead of `note`; null if it does not. */
  keepNote?: (target: TaskRecord) => string | null;
  move?: Move | null;
  comment?: readonly string[];
  note?: readonly string[];
  /** SYNC-MAJ-6 · Related records added or removed, by field; each target decides whether it follows. */
  links?: readonly { field: string; from: string | null; to: string | null }[];
};

/** What a rule does to its targets. An event with no lines, values or state has no effect. */
type RuleEffect<K extends TaskKind, T extends EventType> =
  /** Lines for the work notes, or an entry copied as an additional comment. */
  | { effect: 'note' | 'comment'; lines(event: EventOf<T, K>): readonly string[] }
  | { effect: 'fields'; values(event: EventOf<T, K>): Readonly<Record<string, StoredValue>> | null }
  /**
   * A state, taken only if the target's own transitions allow it. Its fields are set even if the target's rules refuse the
   * state. Adds a line to the work notes of every target.
   */
  | { effect: 'move'; move(event: EventOf<T, K>, settings: Settings): Move | null }
  /** Several of these at once, by event and target. */
  | { effect: 'mixed'; make(event: EventOf<T, K>, around: { settings: Settings; target: Target }): Made | null }
  /** SYNC-MAJ-3 · Passes lines that other rules write into a major case to children with the record in one of these links. */
  | { effect: 'pass on'; along(settings: Settings): readonly SingleLinkName[] };

/** Writes events of records of some kinds into other records: a business rule that administrators can switch. */
export type SyncRule<K extends TaskKind = TaskKind, T extends EventType = EventType> = {
  id: string;
  name: string;
  /** Trigger and effect as text for administrators. */
  when: string;
  does: string;
  /** REL-19 · What its updates are about, as dialogs say: "state changes". */
  updates: string;
  integration: IntegrationId;
  sources: readonly K[];
  on: T | readonly T[];
  /** For an update: at least one of these fields must change. */
  watches?: readonly string[];
  /** For a comment: who must have written it. */
  by?: readonly Speaker['is'][];
  targets: readonly Target[];
  offByDefault?: true;
  /** A property that must also be true. */
  needs?: (settings: Settings) => boolean;
  /** SYNC-00 · Rules that this rule's writes may trigger. No other rule reacts to them. */
  triggers?: readonly string[];
} & RuleEffect<K, T>;

/** A table row whose events are typed by its sources and trigger. */
export function rule<K extends TaskKind, T extends EventType>(row: SyncRule<K, T>): SyncRule;
export function rule(row: SyncRule): SyncRule {
  return row;
}
