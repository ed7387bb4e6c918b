import { can } from '#lib/access/policy.ts';
import { workedOf } from '#lib/access/readable.ts';
import { moveCase } from '#lib/case/commands/move-case.ts';
import { updateTask } from '#lib/engine/commands/update-task.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import type { Values } from '#lib/write/check-values.ts';
import { forEachRecord } from './for-each-record.ts';
import type { Bulk, Reassignment } from './rules/bulk-message.ts';
import type { AssignMany, Listed } from './schema.ts';

type Holding = {
  number: string;
  state: string;
  personId: string | null;
  person: string | null;
  groupId: string | null;
};

type Target = { personId: string | null } | { groupId: string };

function targetOf(actor: Actor, to: AssignMany['to']): Target {
  if (to === 'me') return { personId: actor.id };
  return 'userId' in to ? { personId: to.userId } : to;
}

/** Who currently has each selected record, limited to records that the actor works and may assign. */
async function holdingsOf(actor: Actor, { kind, records }: AssignMany): Promise<Map<string, Holding>> {
  if (!can(actor, 'assign', kind)) return new Map();
  const numbers = records.map(({ number }) => number);
  const rows = await db().$queryRaw<Holding[]>`
    select t.number, t.state, t.assigned_to_id as "personId", u.name as person, t.assignment_group_id as "groupId"
    from tasks t left join users u on u.id = t.assigned_to_id
    where t.number = any(${numbers}) and t.kind = ${kind}::task_kind and (${workedOf(kind, actor)})`;
  return new Map(rows.map((row) => [row.number, row]));
}

const isThere = (holding: Holding, target: Target) =>
  'groupId' in target ? holding.groupId === target.groupId : holding.personId === target.personId;

/** From whom an assignment to a person would take records, most first. The UI asks for confirmation with this list. */
export async function reassignmentsOf(actor: Actor, input: AssignMany): Promise<Reassignment[]> {
  const target = targetOf(actor, input.to);
  if ('groupId' in target) return [];
  const others = [...(await holdingsOf(actor, input)).values()].filter((holding) => !isThere(holding, target));
  const byPerson = Map.groupBy(others, ({ person }) => person);
  return [...byPerson]
    .flatMap(([name, held]) => (name === null ? [] : [{ name, count: held.length }]))
    .sort((one, other) => other.count - one.count);
}

/** *Assign to me* opens a New case (CASE-8). A resolved case has no such button, so its field is set instead. */
function assign(actor: Actor, kind: TaskKind, record: Listed, target: Target, state: string | undefined) {
  if ('personId' in target && target.personId === actor.id && kind === 'case' && state !== 'resolved')
    return moveCase(actor, { ...record, verb: 'assign-to-me' });
  const values: Values =
    'groupId' in target ? { assignmentGroupId: target.groupId } : { assignedToId: target.personId };
  return updateTask(actor, { kind, ...record, values });
}

/** Assigns the selected records one by one; records that are already assigned so are left alone. */
export async function assignMany(actor: Actor, input: AssignMany): Promise<Bulk> {
  const { kind, records, to } = input;
  const target = targetOf(actor, to);
  const holdings = await holdingsOf(actor, input);
  return forEachRecord(records, async (record) => {
    const before = holdings.get(record.number);
    if (before && isThere(before, target)) return null;
    const { value, updatedCount } = await assign(actor, kind, record, target, before?.state);
    const from = 'groupId' in target ? null : (before?.person ?? null);
    const opened = before !== undefined && before.state !== value.state;
    return { version: value.version, from, opened, updatedCount };
  });
}
