import { db } from './db.ts';

/** The servers that mail needs: the one for outgoing mail, the mailbox, and our own server for incoming mail. */
export type ServerName = 'mail_server' | 'mailbox' | 'mail_listener';

export type Unreachable = { name: string; since: Date; error: string; nextTryAt: Date };

/** MAIL-2 · Minutes between attempts to reach an unavailable server; the last value repeats. */
const RETRY_MINUTES = [1, 2, 5, 10, 15];

/** MAIL-2, ADM-11 · Records that a server could not be used, why, and when it is tried again. */
export async function noteUnreachable(name: ServerName, error: string, at: Date): Promise<void> {
  await db().$executeRaw`
    insert into unreachable_servers as u (name, since, tries, error, next_try_at)
    values (${name}, ${at}, 1, ${error}, ${at}::timestamptz + ${RETRY_MINUTES[0]}::int * interval '1 minute')
    on conflict (name) do update set error = excluded.error, tries = u.tries + 1, next_try_at = ${at}::timestamptz
      + (${RETRY_MINUTES}::int[])[least(u.tries + 1, ${RETRY_MINUTES.length}::int)] * interval '1 minute'`;
}

/** MAIL-2, ADM-11 · Records that a server responds. */
export async function noteReachable(name: ServerName): Promise<void> {
  await db().$executeRaw`delete from unreachable_servers where name = ${name}`;
}

/** How long one process may try a server before another process tries it, in milliseconds. */
const LEASE = 2 * 60_000;

/** MAIL-2 · What may be tried with a server now: everything, as it is not known to be down; one attempt as a test; nothing. */
export async function attemptsAllowed(name: ServerName, at: Date): Promise<'all' | 'one' | 'none'> {
  const [row] = await db().$queryRaw<{ isMine: boolean }[]>`
    with mine as (update unreachable_servers set next_try_at = ${new Date(at.getTime() + LEASE)}
                  where name = ${name} and next_try_at <= ${at} returning name)
    select exists (select from mine) as "isMine" from unreachable_servers where name = ${name}`;
  if (!row) return 'all';
  return row.isMine ? 'one' : 'none';
}

/** Has a server tried at once, as a user says that it is back. */
export async function retryServerNow(name: ServerName, at: Date): Promise<void> {
  await db().$executeRaw`
    update unreachable_servers set next_try_at = least(next_try_at, ${at}) where name = ${name}`;
}

/** ADM-11 · The servers that were unreachable at the last attempt. */
export const unreachableServers = (): Promise<Unreachable[]> => db().unreachableServer.findMany();
