import type { Db } from '#lib/platform/db.ts';
import { strangersDeferredBecause } from '../intake.ts';

export type IncomingHealth = {
  /** Emails that wait to be read, and since when the oldest has waited. */
  unread: number;
  since: Date | null;
  /** Why emails from unknown senders are deferred now. */
  comesLater: string | null;
};

/** ADM-11 · The health of incoming email. */
export async function incomingHealth(tx: Db): Promise<IncomingHealth> {
  const [row] = await tx.$queryRaw<{ unread: number; since: Date | null }[]>`
    select count(*)::int as unread, min(received_at) as since from incoming_mails where outcome = 'received'`;
  return { unread: row?.unread ?? 0, since: row?.since ?? null, comesLater: await strangersDeferredBecause(tx) };
}
