import type { RefusedRecord } from '#lib/access/audit-refusal.ts';
import { can } from '#lib/access/policy.ts';
import { workedOf } from '#lib/access/readable.ts';
import { moveCase } from '#lib/case/commands/move-case.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { Refusal } from '#lib/platform/verdict.ts';
import type { Values } from '../check-values.ts';
import { undoAssignment } from '../commands/undo-assignment.ts';
import { updateTask } from '../commands/update-task.ts';
import type { TaskKind } from '../kind.ts';
import type { Bulk, Taking, Undone } from '../rules/bulk-message.ts';
import type { AssignMany, Listed, UndoMany } from './schema.ts';

type Holding = {
  number: string;
  state: string;
  personId: string | null;
  person: string | null;
  groupId: string | null;
};

/** Who has the records of a selection now, of those that the actor works and may assign. */
async function holdingsOf(actor: Actor, { kind, records }: AssignMany): Promise<Map<string, Holding>> {
  if (!can(actor, 'assign', kind)) return new Map();
  const numbers = records.map(({ number }) => number);
  const rows = await db().$queryRaw<Holding[]>`
    select t.number, t.state, t.assigned_to_id as "personId", u.name as person, t.assignment_group_id as "groupId"
    from tasks t left join users u on u.id = t.assigned_to_id
    where t.number = any(${numbers}) and t.kind = ${kind}::task_kind and (${workedOf(kind, actor)})`;
  return new Map(rows.map((row) => [row.number, row]));
}

const isThere = ({ personId, groupId }: Holding, actor: Actor, to: AssignMany['to']) =>
  to === 'me' ? personId === actor.id : groupId === to.groupId;

/** From whom *Assign to me* would take records, the most first: they are asked about before it does. */
export async function takenFrom(actor: Actor, input: AssignMany): Promise<Taking[]> {
  if (input.to !== 'me') return [];
  const others = [...(await holdingsOf(actor, input)).values()].filter(({ personId }) => personId !== actor.id);
  const byPerson = Map.groupBy(others, ({ person }) => person);
  return [...byPerson]
    .flatMap(([name, held]) => (name === null ? [] : [{ name, count: held.length }]))
    .sort((one, other) => other.count - one.count);
}

/** *Assign to me*: CASE-8 opens a New case by it. */
function assign(actor: Actor, kind: TaskKind, record: Listed, to: AssignMany['to']) {
  if (to === 'me' && kind === 'case') return moveCase(actor, { ...record, verb: 'assign-to-me' });
  const values: Values = to === 'me' ? { assignedToId: actor.id } : { assignmentGroupId: to.groupId };
  return updateTask(actor, { kind, ...record, values });
}

/** What is done to each of several records by its own command: what one is refused stops no other. */
async function each(records: readonly Listed[], work: (record: Listed) => Promise<void>): Promise<RefusedRecord[]> {
  const refused: RefusedRecord[] = [];
  for (const record of records) {
    try {
      await work(record);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.push({ number: record.number, rule: error.rule, because: error.because });
    }
  }
  return refused;
}

/** Assigns the records of a selection one by one; those that are there already are left alone. */
export async function assignMany(actor: Actor, input: AssignMany): Promise<Bulk> {
  const { kind, records, to } = input;
  const holdings = await holdingsOf(actor, input);
  const already = records.filter(({ number }) => {
    const holding = holdings.get(number);
    return holding && isThere(holding, actor, to);
  });
  const assigned: Bulk['assigned'] = [];
  const refused = await each(
    records.filter((record) => !already.includes(record)),
    async (record) => {
      const { value } = await assign(actor, kind, record, to);
      const before = holdings.get(record.number);
      const from = to === 'me' ? (before?.person ?? null) : null;
      const opened = before !== undefined && before.state !== value.state;
      assigned.push({ number: record.number, version: value.version, from, opened });
    },
  );
  return { assigned, already: already.map(({ number }) => number), refused };
}

/** Sets a bulk assignment back, of each record that nobody has changed since. */
export async function undoMany(actor: Actor, { kind, records }: UndoMany): Promise<Undone> {
  const undone: string[] = [];
  const refused = await each(records, async (record) => {
    await undoAssignment(actor, { kind, ...record });
    undone.push(record.number);
  });
  return { undone, refused };
}
