import { definitionOf } from '#lib/kinds/definitions.ts';
import { Refusal } from '#lib/platform/verdict.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import type { RecordOf } from '#lib/record/record.ts';
import type { UndoChange } from '#lib/record/schema.ts';
import type { Values } from './check-values.ts';
import type { CommandContext } from './command-context.ts';

type What = UndoChange['what'];

/** What is set back, and how the change is called that did it. Of a move, all that it set goes back with the state. */
const undone: Readonly<Record<What, { fields: readonly string[]; with?: 'all'; done: string }>> = {
  assignment: { fields: ['assignedToId', 'assignmentGroupId'], done: 'assigned' },
  priority: { fields: ['priority'], done: 'set' },
  state: { fields: ['state'], with: 'all', done: 'moved' },
};

/** The version in which a record is created: no change has made it. */
const CREATED = 1;

/** What the actor's own change has replaced, when it was made, and its cause; `includes`: whether a field is set back. */
export type OwnChange = { values: Values; at: Date; causeId: string; includes: (field: string) => boolean };

/**
 * ACC-6 · As history has it, not as somebody says: so it is given back to nobody but whoever had it. Refused: REC-3 where
 * the actor's own change did not make this version of the record; what was given back is taken from nobody by undoing that.
 */
export async function ownChange<K extends TaskKind>(
  { tx, actor, settings }: CommandContext,
  kind: K,
  record: RecordOf<K>,
  what: What,
): Promise<OwnChange> {
  const { fields, with: others, done } = undone[what];
  const changes = await tx.fieldChange.findMany({
    where: {
      taskId: record.id,
      version: record.version,
      cause: { actorId: actor.id, NOT: { command: { startsWith: 'undo-' } } },
      ...(others ? {} : { field: { in: [...fields] } }),
    },
    select: { field: true, oldValue: true, changedAt: true, causeId: true },
  });
  const [first] = changes.filter(({ field }) => fields.includes(field));
  if (!first) throw new Refusal('REC-3', `Not ${done} by you, and left as it is.`);
  if (record.version === CREATED)
    throw new Refusal('REC-3', `There is nothing to undo: ${record.number} has not changed since it was created.`);
  const definition = definitionOf(kind);
  const follows = new Set(others ? Object.keys(definition.readOnly(record, settings)) : []);
  const set = changes.filter(({ field }) => definition.fields[field]?.edit !== 'product' && !follows.has(field));
  const values = Object.fromEntries(set.map(({ field, oldValue }) => [field, oldValue]));
  const includes = (field: string) => others === 'all' || fields.includes(field);
  return { values, at: first.changedAt, causeId: first.causeId, includes };
}
