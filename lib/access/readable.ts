import type { Actor, Person, Staff } from '#lib/platform/actor.ts';
import { columnName } from '#lib/platform/column-name.ts';
import { type Db, Prisma } from '#lib/platform/db.ts';
import { type TaskKind, taskKindNames, taskKinds } from '#lib/record/kind.ts';
import { identifier, kindTables } from '#lib/record/kind-table.ts';
import { linkedKinds, linksTo } from '#lib/record/link.ts';
import { hasRecord } from '#lib/record/link-sql.ts';
import { isRecordOrPart, parentOf } from '#lib/record/part-sql.ts';
import { can, hasAnyRole, isSeenWithCase, mayLeadMajorCases, mayUseWorkspace, mayWriteArticles } from './policy.ts';
import { readableByCustomer } from './readable-by-customer.ts';
import { staffGrants } from './staff-grants.ts';

const none = Prisma.sql`false`;
const all = Prisma.sql`true`;

/** ACC-6 · Cases that a staff member works through agent roles, as a condition on the task `t`. */
function workedCases(actor: Staff): Prisma.Sql {
  const agent = hasAnyRole(actor, ['sn_customerservice_agent']);
  const consumerAgent = hasAnyRole(actor, ['sn_customerservice.consumer_agent']);
  if (agent === consumerAgent) return agent ? all : none;
  return agent
    ? Prisma.sql`t.consumer_id is null`
    : Prisma.sql`t.contact_id is null and (t.consumer_id is not null or t.account_id is null)`;
}

/** ACC-6 · Cases that a staff member may see, as a condition on the task `t`. */
function readableCases(actor: Staff): Prisma.Sql {
  return hasAnyRole(actor, ['sn_customerservice.case_viewer']) ? all : workedCases(actor);
}

/** CHG-1 · The user `u` may answer approvals. */
export const mayApproveSql = Prisma.sql`exists (select from user_roles held
  where held.user_id = u.id and held.role in ('approver_user', 'admin'))`;

/** MAJ-1 · The user `u` is a major issue manager through any role. */
export const managesMajorCasesSql = Prisma.sql`exists (select from user_roles held
  where held.user_id = u.id and held.role in ('sn_majorissue_mgt.major_issue_manager', 'sn_customerservice_manager'))`;

/** A case that the actor may see links to the record; `recordId` is an expression of the outer query. */
function isInReadableCase(kind: TaskKind, recordId: Prisma.Sql, actor: Actor): Prisma.Sql {
  return Prisma.sql`exists (select from cases c where ${hasRecord(linksTo(kind), recordId)}
    and exists (select from tasks t where t.id = c.id and (${readableOf('case', actor)})))`;
}

/** ACC-15 · The same for cases that the actor works: users who only view cases see nothing else through them. */
function isInWorkedCase(kind: TaskKind, recordId: Prisma.Sql, actor: Staff): Prisma.Sql {
  return Prisma.sql`exists (select from cases c where ${hasRecord(linksTo(kind), recordId)}
    and exists (select from tasks t where t.id = c.id and (${workedCases(actor)})))`;
}

/** INC-6, REQ-2 · Staff see records opened by or for them, by the kind's grants: the record or its parent names them. */
function isNamedIn(kind: TaskKind, actor: Staff): Prisma.Sql[] {
  const { own } = staffGrants[kind];
  if (!own) return [];
  const { name, properties } = kindTables[taskKinds[kind].partOf?.kind ?? kind];
  const isOf = (field: string) => properties.includes(field);
  const people = own.fields.map((field) => {
    const column = identifier(columnName(field));
    return isOf(field) ? Prisma.sql`own.${column}` : Prisma.sql`shared.${column}`;
  });
  const shared = own.fields.every(isOf) ? Prisma.empty : Prisma.sql`join tasks shared using (id)`;
  return [
    Prisma.sql`exists (select from ${identifier(name)} own ${shared}
      where own.id = ${parentOf(Prisma.sql`t.id`, [kind])} and ${actor.id}::uuid in (${Prisma.join(people)}))`,
  ];
}

/** ACC-6 · Other kinds by role. Approvers see what they are asked to approve (CHG-1); some kinds are seen with their case. */
function readableByRole(kind: TaskKind, actor: Staff): Prisma.Sql {
  if (can(actor, 'see', kind)) return all;
  const whole = taskKinds[kind].partOf?.kind ?? kind;
  const ways = [
    ...isNamedIn(kind, actor),
    ...(isSeenWithCase(whole) ? [isInWorkedCase(whole, parentOf(Prisma.sql`t.id`, [kind]), actor)] : []),
    ...(hasAnyRole(actor, ['approver_user'])
      ? [
          Prisma.sql`exists (select from approvals asked where asked.approver_id = ${actor.id}::uuid
            and ${isRecordOrPart(kind, Prisma.sql`t.id`, Prisma.sql`asked.task_id`)})`,
        ]
      : []),
  ];
  return ways.length === 0 ? none : Prisma.sql`(${Prisma.join(ways, ' or ')})`;
}

/** ACC-6 · The records of a kind that the actor may see, as a condition on the task `t`. */
export function readableOf(kind: TaskKind, actor: Actor): Prisma.Sql {
  if (actor.kind === 'system') return all;
  if (actor.kind !== 'staff') return readableByCustomer(kind, actor);
  return kind === 'case' ? readableCases(actor) : readableByRole(kind, actor);
}

/** ACC-15 · Matches `mayWorkHere`: records of cases whose customer the actor serves, and the actor's own. */
function workedHere(kind: TaskKind, actor: Staff): Prisma.Sql {
  const { everywhere, assignees = [] } = staffGrants[kind];
  if (!everywhere || hasAnyRole(actor, everywhere)) return all;
  const ofCase = Prisma.sql`exists (select from ${identifier(kindTables[kind].name)} o where o.id = t.id and o.case_id is not null)`;
  const assignedToActor = hasAnyRole(actor, assignees) ? Prisma.sql`t.assigned_to_id = ${actor.id}::uuid` : none;
  return Prisma.sql`(${assignedToActor} or (${workedCases(actor)} and ${ofCase}))`;
}

/** ACC-6 · Only readable records that the actor works: a user who also views all cases writes and exports only served ones. */
export function workedOf(kind: TaskKind, actor: Actor): Prisma.Sql {
  if (actor.kind !== 'staff') return readableOf(kind, actor);
  if (kind === 'case') return workedCases(actor);
  return staffGrants[kind].everywhere
    ? Prisma.sql`(${readableOf(kind, actor)} and ${workedHere(kind, actor)})`
    : readableOf(kind, actor);
}

/** ACC-13 · The same without major cases that the actor does not lead; matches `mayWork`. */
export function writableOf(kind: TaskKind, actor: Actor): Prisma.Sql {
  if (kind !== 'case' || mayLeadMajorCases(actor).ok) return workedOf(kind, actor);
  return Prisma.sql`(${workedOf(kind, actor)}) and not exists (
    select from cases major where major.id = t.id and major.major_case_state = 'accepted')`;
}

/** Tasks of all kinds that the actor may see, as a condition on the task `t`. */
export function readableTasks(actor: Actor): Prisma.Sql {
  const byKind = taskKindNames.map(
    (kind) => Prisma.sql`(t.kind = ${kind}::task_kind and (${readableOf(kind, actor)}))`,
  );
  return Prisma.sql`(${Prisma.join(byKind, ' or ')})`;
}

/** REL-16 · A case that the actor may see links to the task `t`, so its page shows the number. Not for customers. */
export function namedInReadableCase(actor: Actor): Prisma.Sql {
  if (!mayUseWorkspace(actor)) return none;
  const byKind = linkedKinds.map(
    (kind) => Prisma.sql`(t.kind = ${kind}::task_kind and ${isInReadableCase(kind, Prisma.sql`t.id`, actor)})`,
  );
  return Prisma.sql`(${Prisma.join(byKind, ' or ')})`;
}

/** Whether the actor may see the task. */
export async function mayReadTask(tx: Db, actor: Actor, taskId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select t.id from tasks t where t.id = ${taskId}::uuid and ${readableTasks(actor)}`;
  return rows.length > 0;
}

/** Which of these people, by id, may see a task of a kind, in one query. */
export async function readersAmong(
  tx: Db,
  people: readonly Person[],
  { kind, id }: { kind: TaskKind; id: string },
): Promise<Set<string>> {
  if (people.length === 0) return new Set();
  const seen = people.map((person) => Prisma.sql`(${readableOf(kind, person)})`);
  const [row] = await tx.$queryRaw<{ seen: boolean[] }[]>`
    select array[${Prisma.join(seen)}] as seen from tasks t where t.id = ${id}::uuid`;
  return new Set(people.flatMap((person, at) => (row?.seen[at] ? [person.id] : [])));
}

/** Knowledge is for staff; only authors see unpublished articles. A condition on the article `a`. */
export function readableArticles(actor: Actor): Prisma.Sql {
  if (!mayUseWorkspace(actor)) return none;
  return mayWriteArticles(actor).ok ? all : Prisma.sql`a.published_at is not null`;
}
