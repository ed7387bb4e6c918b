import type { Db } from '#lib/platform/db.ts';
import { strangersComeLater } from '../intake.ts';

export type IncomingHealth = {
  /** Mails that wait to be read, and since when the oldest of them does. */
  unread: number;
  since: Date | null;
  /** Why mails of unknown senders are told to come later now. */
  comesLater: string | null;
};

/** ADM-11 · How the mails that come in are doing. */
export async function incomingHealth(tx: Db): Promise<IncomingHealth> {
  const [row] = await tx.$queryRaw<{ unread: number; since: Date | null }[]>`
    select count(*)::int as unread, min(received_at) as since from incoming_mails where outcome = 'received'`;
  return { unread: row?.unread ?? 0, since: row?.since ?? null, comesLater: await strangersComeLater(tx) };
}
