import type { CommandContext } from '#lib/task/command-context.ts';
import { type Decision, decideUpdate } from '#lib/task/decide-update.ts';
import { definitionOf } from '#lib/task/definitions.ts';
import type { TaskKind } from '#lib/task/kind.ts';
import type { RecordOf } from '#lib/task/record.ts';
import { type Update, updateContext } from '#lib/task/write-updates.ts';
import { type Effect, rulesOf } from './plan.ts';

const joined = (lines: readonly { line: string }[]) => lines.map(({ line }) => line).join('\n');

/**
 * What the effects that reach one record make of it: fields are set, a state is taken only where the record's own table
 * of moves leads there, words are added. Its rules may refuse the move; then the rest is tried without it.
 */
export function decideEffects<K extends TaskKind>(
  context: Pick<CommandContext, 'actor' | 'at' | 'settings'>,
  kind: K,
  record: RecordOf<K>,
  effects: readonly Effect[],
): Update<K> {
  const journal = {
    comment: joined(effects.flatMap(({ comments }) => comments)),
    workNote: joined(effects.flatMap(({ notes }) => notes)),
  };
  const reachable = definitionOf(kind).movesFrom(record, context);
  const move = effects.flatMap(({ moves }) => moves).find(({ state }) => reachable.includes(state));
  const values: Partial<RecordOf<K>> = Object.assign(
    {},
    ...effects.flatMap(({ fields }) => fields.map((each) => each.values)),
    move?.values,
  );
  const state = move?.state;
  const update = updateContext(context, journal);
  const decide = (proposed: RecordOf<K>): Decision<K> => decideUpdate(kind, record, proposed, update);
  const whole = decide({ ...record, ...values, ...(state ? { state } : {}) });
  const decision = whole.verdict.ok || !state ? whole : decide({ ...record, ...values });
  const [first] = effects;
  const origin = {
    rules: [...new Set(effects.flatMap(rulesOf))],
    comments: effects.flatMap(({ comments }) => comments),
    notes: effects.flatMap(({ notes }) => notes),
    sourceTaskId: first?.sourceId ?? record.id,
    sourceEntryId: effects.find(({ sourceEntryId }) => sourceEntryId)?.sourceEntryId ?? null,
  };
  return { ...decision, origin };
}
