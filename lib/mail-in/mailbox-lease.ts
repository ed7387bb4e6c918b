import pg from 'pg';
import { databaseUrl } from '#lib/platform/env.ts';

/** An advisory lock of this class stands for the process that reads the mailbox. */
const MAILBOX = 20_262;

/** What holds a mailbox for one process of all servers. `lost` tells that it is another's now. */
export type MailboxLease = { lost: Promise<void>; release: () => Promise<void> };

/** MAIL-3 · Takes the mailbox, unless another process has it: the database ends the lease with the connection of its holder. */
export async function takeMailbox(): Promise<MailboxLease | null> {
  const client = new pg.Client({
    connectionString: databaseUrl(),
    keepAlive: true,
    application_name: 'casebridge mailbox lease',
  });
  const lost = new Promise<void>((resolve) => client.once('end', () => resolve()));
  client.on('error', () => {});
  await client.connect();
  const { rows } = await client.query('select pg_try_advisory_lock($1, 0) as taken', [MAILBOX]);
  const release = () => client.end().catch(() => {});
  if (rows[0]?.taken) return { lost, release };
  await release();
  return null;
}
