import { definitionOf } from '#lib/kinds/definitions.ts';
import { Refusal } from '#lib/platform/verdict.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import type { RecordOf } from '#lib/record/record.ts';
import type { UndoChange } from '#lib/record/schema.ts';
import type { Values } from './check-values.ts';
import type { CommandContext } from './command-context.ts';

type What = UndoChange['what'];

/** The fields that undo restores, and the verb for the change. Undoing a move also restores all fields set with the state. */
export const undone: Readonly<Record<What, { fields: readonly string[]; with?: 'all'; done: string }>> = {
  assignment: { fields: ['assignedToId', 'assignmentGroupId'], done: 'assigned' },
  priority: { fields: ['priority'], done: 'set' },
  state: { fields: ['state'], with: 'all', done: 'moved' },
};

/** Version of a new record, which no change has made. */
const CREATED = 1;

/** Values that the actor's own change replaced, its time and its cause; `includes`: whether undo restores a field. */
export type OwnChange = { values: Values; at: Date; causeId: string; includes: (field: string) => boolean };

/**
 * ACC-6 · Previous values come from history, not from the request, so undo restores only the previous assignee. Refused: REC-3
 * this version was not made by the actor's own change. An undo cannot itself be undone.
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
