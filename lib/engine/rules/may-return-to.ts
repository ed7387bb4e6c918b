import { hasVerbBackTo } from '#lib/kinds/case/rules/has-verb-back-to.ts';
import { definitionOf, stateLabel } from '#lib/kinds/definitions.ts';
import { first, no, type Verdict, yes } from '#lib/platform/verdict.ts';
import type { UpdateContext } from '#lib/record/definition.ts';
import { changedFields, fieldValue } from '#lib/record/field-value.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { asTaskRecord, type RecordOf } from '#lib/record/record.ts';
import { decideUpdate } from '#lib/write/decide-update.ts';

type By = Pick<UpdateContext, 'actor' | 'at' | 'settings'>;

/** REC-5 · Whether a move leads the record back to another state. For a case, the actor must have the button (CASE-8). */
export function mayReturnTo<K extends TaskKind>(
  kind: K,
  record: RecordOf<K>,
  to: string,
  { actor, settings }: Omit<By, 'at'>,
): Verdict {
  const definition = definitionOf(kind);
  const here = stateLabel(kind, record.state);
  if (definition.states[record.state]?.phase === 'final') return no('REC-5', `${here} is final.`);
  const one = asTaskRecord(record);
  if (one.kind === 'case') return hasVerbBackTo(actor, one, to);
  if (definition.movesFrom(record, { settings }).includes(to)) return yes;
  return no('REC-5', `No move leads from ${here} back to ${stateLabel(kind, to)}.`);
}

/** Whether a moved record, with all fields that the move set, can be restored. If so, *Undo* is offered. */
export function canBeUndone<K extends TaskKind>(
  kind: K,
  { before, after }: Readonly<Record<'before' | 'after', RecordOf<K>>>,
  by: By,
): boolean {
  const names = changedFields(definitionOf(kind).fields, after, before);
  const was = Object.fromEntries(names.map((name) => [name, fieldValue(before, name)]));
  const { verdict } = decideUpdate(kind, after, { ...after, ...was }, { ...by, journal: {} });
  return first(mayReturnTo(kind, after, before.state, by), verdict).ok;
}
