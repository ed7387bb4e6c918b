import { mayAdminister } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { holds } from '#lib/platform/folded-sql.ts';
import { pageOf } from '#lib/platform/keyset.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { type DescribedEntry, describeEntries, type LoggedEntry } from './describe.ts';
import type { AuditFilter, Position } from './filter.ts';
import { loggedChange, undoable } from './undoable.ts';

const PAGE = 50;

/** An entry with its action, values and subject in words. */
export type ListedEntry = DescribedEntry & {
  id: string;
  at: Date;
  action: string;
  /** The subject as the log stores it and filters by it, often an id. */
  subjectKey: string;
  person: { id: string; name: string } | null;
  /** The time of the entry that this entry undoes. */
  undoes: Date | null;
  /** The time at which this entry was undone. */
  undone: Date | null;
  mayBeUndone: boolean;
};

type Row = LoggedEntry & {
  id: string;
  at: Date;
  undoes: Date | null;
  undone: Date | null;
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
  return { entries: await listed(page.rows), newer: positionOf(page.previous), older: positionOf(page.next) };
}

function positionOf(row: Row | null): Position | null {
  return row && { at: row.at, id: row.id };
}

async function listed(rows: readonly Row[]): Promise<ListedEntry[]> {
  const described = await describeEntries(db(), rows);
  return rows.flatMap((row, index) => {
    const { id, at, action, subject: subjectKey, undoes, undone, personId, personName } = row;
    const words = described[index];
    const person = personId && personName ? { id: personId, name: personName } : null;
    return words
      ? [{ ...words, id, at, action, subjectKey, undoes, undone, person, mayBeUndone: mayBeUndone(row) }]
      : [];
  });
}

/** By the log alone. The undo itself checks the current value and the setting's rules. */
function mayBeUndone(row: Row): boolean {
  const setting = undoable.get(row.action);
  return setting !== undefined && !row.changedAgain && loggedChange(setting, row) !== null;
}

function conditionOf({ action, person, subject, after, before }: AuditFilter): Prisma.Sql {
  const conditions = [Prisma.sql`true`];
  if (action) conditions.push(Prisma.sql`e.action = ${action}`);
  if (person) conditions.push(Prisma.sql`(${containing('u.name', person)} or ${containing('u.email', person)})`);
  if (subject)
    conditions.push(Prisma.sql`(${containing('e.subject', subject)} or e.subject in (${idsOfPeople(subject)}))`);
  if (before) conditions.push(Prisma.sql`(e.at, e.id) > (${before.at}, ${before.id}::uuid)`);
  else if (after) conditions.push(Prisma.sql`(e.at, e.id) < (${after.at}, ${after.id}::uuid)`);
  return Prisma.join(conditions, ' and ');
}

/** Entries about a person are also found by name and email address. */
function idsOfPeople(text: string): Prisma.Sql {
  return Prisma.sql`select u.id::text from users u where ${containing('u.name', text)} or ${containing('u.email', text)}`;
}

function containing(column: 'u.name' | 'u.email' | 'e.subject', text: string): Prisma.Sql {
  return holds(Prisma.raw(column), text);
}
