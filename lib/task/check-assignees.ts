import { type Assignable, rolesThatWork } from '#lib/access/assignable.ts';
import type { Db } from '#lib/platform/db.ts';
import { Refusal } from '#lib/platform/verdict.ts';
import { taskKinds } from './kind.ts';
import type { AnyRecord } from './record.ts';

type Assigned = { before: AnyRecord | null; after: AnyRecord };

type Assignee = { id: string; name: string; active: boolean; roles: string[] };

function whose({ kind, accountId, contactId, consumerId }: Assignable): string {
  if (kind !== 'case') return '';
  if (consumerId) return ' of consumers';
  return contactId || accountId ? ' of accounts and contacts' : '';
}

/** Why somebody cannot be assigned the record; null where nothing speaks against it. */
function whyNot({ name, active, roles }: Assignee, record: Assignable): string | null {
  if (!active) return `${name} is not active.`;
  const working = rolesThatWork(record);
  if (working.some((role) => roles.includes(role))) return null;
  return `${name} has no role to work ${taskKinds[record.kind].plural.toLowerCase()}${whose(record)}.`;
}

/**
 * REC-5 · Nobody is assigned what they cannot work, whoever assigns it: a person, an import, a rule. Only those who are
 * newly assigned are judged; an assignment that stood before stays, also when roles, customer or group have changed since.
 */
export async function checkAssignees(tx: Db, records: readonly Assigned[]): Promise<void> {
  const changed = records.filter(
    ({ before, after }) => after.assignedToId !== null && after.assignedToId !== (before?.assignedToId ?? null),
  );
  if (changed.length === 0) return;
  const ids = [...new Set(changed.map(({ after }) => after.assignedToId))];
  const people = await tx.$queryRaw<Assignee[]>`
    select u.id, u.name, u.active and u.kind = 'internal' as active,
      array(select held.role from user_roles held where held.user_id = u.id) as roles
    from users u where u.id = any(${ids}::uuid[])`;
  const byId = new Map(people.map((person) => [person.id, person]));
  for (const { after } of changed) {
    const person = byId.get(after.assignedToId ?? '');
    const because = person ? whyNot(person, after) : 'there is no such user.';
    if (because) throw new Refusal('REC-5', `Assigned to: ${because}`, { field: 'assignedToId' });
  }
}
