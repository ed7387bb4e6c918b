import { effectiveRoles } from '#lib/access/roles.ts';
import type { Person } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import { type Db, db, Prisma } from '#lib/platform/db.ts';
import type { UserKind } from '#lib/platform/generated/prisma/client.ts';
import { isUuid } from '#lib/platform/uuid.ts';

/** A user with an active session. */
export type SignedIn = {
  id: string;
  actor: Person;
  email: string;
  language: string;
  languageChosen: boolean;
  expiresAt: Date;
};

type Row = {
  id: string;
  kind: UserKind;
  name: string;
  email: string | null;
  time_zone: string;
  language: string;
  roles: string[];
  group_ids: string[];
  account_id: string | null;
  account_name: string | null;
};

const person = Prisma.sql`
  u.id, u.kind, u.name, u.email, coalesce(u.time_zone, 'UTC') as time_zone, u.language,
  ARRAY(SELECT r.role FROM user_roles r WHERE r.user_id = u.id) AS roles,
  ARRAY(SELECT g.group_id::text FROM group_members g WHERE g.user_id = u.id) AS group_ids,
  a.id AS account_id, a.name AS account_name`;

const account = Prisma.sql`LEFT JOIN contacts c ON c.id = u.id LEFT JOIN accounts a ON a.id = c.account_id`;

/** ACC-4 · The session's user with current roles; null if the session ended or expired, or the user is inactive. */
export async function actorOfSession(sid: string): Promise<SignedIn | null> {
  const [row] = await db().$queryRaw<(Row & { language_chosen: boolean; expires_at: Date })[]>`
    /* prepared */ SELECT ${person}, u.language_chosen, s.expires_at FROM sessions s JOIN users u ON u.id = s.user_id ${account}
    WHERE s.id = ${sid}::uuid AND s.expires_at > ${now()} AND u.active`;
  const actor = row ? actorOf(row) : null;
  if (!row || !actor) return null;
  return {
    id: sid,
    actor,
    email: row.email ?? '',
    language: row.language,
    languageChosen: row.language_chosen,
    expiresAt: row.expires_at,
  };
}

/** An active user as an actor, by id or email address. For seeds, replays, jobs and tests. */
export async function actorOfUser(tx: Db, idOrEmail: string): Promise<Person | null> {
  const who = isUuid(idOrEmail)
    ? Prisma.sql`u.id = ${idOrEmail}::uuid`
    : Prisma.sql`u.email = ${idOrEmail.toLowerCase()}`;
  const [row] = await tx.$queryRaw<Row[]>`SELECT ${person} FROM users u ${account} WHERE ${who} AND u.active`;
  return row ? actorOf(row) : null;
}

/** The active users among these ids, as actors, in one query. */
export async function actorsOfUsers(tx: Db, ids: readonly string[]): Promise<Person[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT ${person} FROM users u ${account} WHERE u.id = ANY(${[...ids]}::uuid[]) AND u.active`;
  return rows.flatMap((row) => actorOf(row) ?? []);
}

/** Null for a contact without an account. */
function actorOf(row: Row): Person | null {
  const identity = { id: row.id, name: row.name, timeZone: row.time_zone, roles: effectiveRoles(row.roles) };
  if (row.kind === 'internal') return { ...identity, kind: 'staff', groupIds: row.group_ids };
  if (row.kind === 'consumer') return { ...identity, kind: 'consumer' };
  if (row.account_id === null) return null;
  return { ...identity, kind: 'contact', accountId: row.account_id, accountName: row.account_name ?? '' };
}
