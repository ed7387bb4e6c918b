import { definitionOf } from '#lib/kinds/definitions.ts';
import { withStateTimestamps } from '#lib/kinds/state-timestamps.ts';
import type { Verdict } from '#lib/platform/verdict.ts';
import type { JournalInput, UpdateContext } from '#lib/record/definition.ts';
import { changedFields } from '#lib/record/field-value.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import type { RecordOf } from '#lib/record/record.ts';

/** Decision on a record's update: whether it is allowed, and what to write. */
export type Decision<K extends TaskKind = TaskKind> = {
  verdict: Verdict;
  before: RecordOf<K>;
  after: RecordOf<K>;
  /** The declared fields that change. */
  changed: readonly string[];
  journal: JournalInput;
};

/** Applies the kind's rules to proposed values and a comment. Reads and writes nothing. */
export function decideUpdate<K extends TaskKind>(
  kind: K,
  before: RecordOf<K>,
  proposed: RecordOf<K>,
  update: UpdateContext,
): Decision<K> {
  const definition = definitionOf(kind);
  const derived = definition.deriveFields(before, proposed, update);
  const changed = changedFields(definition.fields, before, derived);
  const after = changed.length === 0 ? before : withStateTimestamps(kind, before, derived, update);
  const verdict = definition.validateUpdate(before, after, update);
  return { verdict, before, after, changed, journal: update.journal };
}
