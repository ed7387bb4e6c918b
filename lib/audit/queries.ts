import { mayAdminister } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { pageOf } from '#lib/platform/keyset.ts';
import { enforce } from '#lib/platform/verdict.ts';
import type { AuditFilter, Position } from './filter.ts';
import { undoable } from './undoable.ts';

const PAGE = 50;

export type ListedEntry = {
  id: string;
  at: Date;
  action: string;
  subject: string;
  oldValue: string | null;
  newValue: string | null;
  person: { id: string; name: string } | null;
  /** When the entry that this one takes back was written. */
  undoes: Date | null;
  /** When this one was taken back. */
  undone: Date | null;
  mayBeUndone: boolean;
};

type Row = Omit<ListedEntry, 'person' | 'mayBeUndone'> & {
  personId: string | null;
  personName: string | null;
  changedAgain: boolean;
};

export type AuditPage = { entries: ListedEntry[]; newer: Position | null; older: Position | null };

/** ADM-12 · The log, newest first, 50 entries a page. */
export async function listAuditEntries(actor: Actor, filter: AuditFilter): Promise<AuditPage> {
  enforce(mayAdminister(actor));
  const backwards = filter.before !== undefined;
  const rows = await db().$queryRaw<Row[]>`
    select e.id, e.at, e.action, e.subject, e.old_value as "oldValue", e.new_value as "newValue",
           u.id as "personId", u.name as "personName", undone_entry.at as undoes, undoing.at as undone,
           later.id is not null as "changedAgain"
    from audit_entries e
    left join users u on u.id = e.actor_id
    left join audit_entries undone_entry on undone_entry.id = e.undoes
    left join lateral (
      select l.at from audit_entries l where l.subject = e.subject and l.undoes = e.id limit 1
    ) undoing on true
    left join lateral (
      select l.id from audit_entries l
      where l.subject = e.subject and l.action = e.action and (l.at, l.id) > (e.at, e.id) limit 1
    ) later on e.action = any(${[...undoable.keys()]})
    where ${conditionOf(filter)}
    order by ${backwards ? Prisma.sql`e.at, e.id` : Prisma.sql`e.at desc, e.id desc`}
    limit ${PAGE + 1}`;

  const page = pageOf(rows, PAGE, backwards ? 'before' : filter.after ? 'after' : 'first');
  return { entries: page.rows.map(listed), newer: positionOf(page.previous), older: positionOf(page.next) };
}

function positionOf(row: Row | null): Position | null {
  return row && { at: row.at, id: row.id };
}

function listed({ personId, personName, changedAgain, ...entry }: Row): ListedEntry {
  return {
    ...entry,
    person: personId && personName ? { id: personId, name: personName } : null,
    mayBeUndone: undoable.has(entry.action) && !changedAgain,
  };
}

function conditionOf({ action, person, subject, after, before }: AuditFilter): Prisma.Sql {
  const conditions = [Prisma.sql`true`];
  if (action) conditions.push(Prisma.sql`e.action = ${action}`);
  if (person) conditions.push(Prisma.sql`(${containing('u.name', person)} or ${containing('u.email', person)})`);
  if (subject) conditions.push(containing('e.subject', subject));
  if (before) conditions.push(Prisma.sql`(e.at, e.id) > (${before.at}, ${before.id}::uuid)`);
  else if (after) conditions.push(Prisma.sql`(e.at, e.id) < (${after.at}, ${after.id}::uuid)`);
  return Prisma.join(conditions, ' and ');
}

function containing(column: 'u.name' | 'u.email' | 'e.subject', text: string): Prisma.Sql {
  return Prisma.sql`position(lower(${text}) in lower(${Prisma.raw(column)})) > 0`;
}
