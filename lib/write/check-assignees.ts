import { type Assignable, rolesThatWork } from '#lib/access/assignable.ts';
import type { Db } from '#lib/platform/db.ts';
import { Refusal } from '#lib/platform/verdict.ts';
import { taskKinds } from '#lib/record/kind.ts';
import type { AnyRecord } from '#lib/record/record.ts';

type Assigned = { before: AnyRecord | null; after: AnyRecord };

type Assignee = { id: string; name: string; active: boolean; roles: string[] };

function whose({ kind, accountId, contactId, consumerId }: Assignable): string {
  if (kind !== 'case') return '';
  if (consumerId) return ' of consumers';
  return contactId || accountId ? ' of accounts and contacts' : '';
}

const worked = (record: Assignable) => `${taskKinds[record.kind].plural.toLowerCase()}${whose(record)}`;

const hasRole = (roles: readonly string[], record: Assignable) =>
  rolesThatWork(record).some((role) => roles.includes(role));

const assignments = {
  assignedToId: {
    label: 'Assigned to',
    nobody: 'there is no such user.',
    /** Why the user cannot be assigned the record; null if they can. */
    whyNot: ({ name, active, roles }: Assignee, record: Assignable) => {
      if (!active) return `${name} is not active.`;
      return hasRole(roles, record) ? null : `${name} has no role to work ${worked(record)}.`;
    },
  },
  assignmentGroupId: {
    label: 'Assignment group',
    nobody: 'there is no such group.',
    whyNot: ({ name, roles }: Assignee, record: Assignable) =>
      hasRole(roles, record) ? null : `${name} has no active member with a role to work ${worked(record)}.`,
  },
} as const;

/** Users with their roles, and groups with the roles of their active members, in one statement. */
async function assigneesNamed(tx: Db, ids: readonly string[]): Promise<Map<string, Assignee>> {
  const found = await tx.$queryRaw<Assignee[]>`
    select u.id, u.name, u.active and u.kind = 'internal' as active,
      array(select held.role from user_roles held where held.user_id = u.id) as roles
    from users u where u.id = any(${ids}::uuid[])
    union all
    select g.id, g.name, true, array(select distinct held.role from group_members m
      join users u on u.id = m.user_id and u.active and u.kind = 'internal'
      join user_roles held on held.user_id = u.id where m.group_id = g.id)
    from groups g where g.id = any(${ids}::uuid[])`;
  return new Map(found.map((assignee) => [assignee.id, assignee]));
}

type Misassigned = { field: keyof typeof assignments; id: string; because: string };

/** Records with a new assignee who cannot work them, and why. */
async function misassigned(tx: Db, records: readonly Assigned[]): Promise<Misassigned[]> {
  const changed = records.flatMap(({ before, after }) =>
    (['assignedToId', 'assignmentGroupId'] as const).flatMap((field) => {
      const id = after[field];
      return id === null || id === (before?.[field] ?? null) ? [] : [{ field, id, record: after }];
    }),
  );
  if (changed.length === 0) return [];
  const assignees = await assigneesNamed(tx, [...new Set(changed.map(({ id }) => id))]);
  return changed.flatMap(({ field, id, record }) => {
    const { nobody, whyNot } = assignments[field];
    const assignee = assignees.get(id);
    const because = assignee ? whyNot(assignee, record) : nobody;
    return because ? [{ field, id: record.id, because }] : [];
  });
}

/** SYNC-MAJ-1, REC-5 · Ids of records that a rule would assign to a user or group that cannot work them. */
export async function unassignable(tx: Db, records: readonly Assigned[]): Promise<ReadonlySet<string>> {
  return new Set((await misassigned(tx, records)).map(({ id }) => id));
}

/**
 * REC-5 · A new assignee must be able to work the record; a new group needs a member who can. This holds for users, imports and
 * rules. Existing assignments stay, even if roles, members, customer or group have changed since.
 */
export async function checkAssignees(tx: Db, records: readonly Assigned[]): Promise<void> {
  const [first] = await misassigned(tx, records);
  if (first) throw new Refusal('REC-5', `${assignments[first.field].label}: ${first.because}`, { field: first.field });
}
