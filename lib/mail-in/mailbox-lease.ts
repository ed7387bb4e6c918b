import pg from 'pg';
import { databaseUrl } from '#lib/platform/env.ts';

/** The class of the advisory lock that is held by the process that reads the mailbox. */
const MAILBOX = 20_262;

/** The lease of a mailbox, held by one process of all servers. `lost` resolves when the lease has ended. */
export type MailboxLease = { lost: Promise<void>; release: () => Promise<void> };

/** MAIL-3 · Takes the mailbox lease unless another process has it; the lease ends with the holder's database connection. */
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
