import type { Db } from '#lib/platform/db.ts';
import type { Settings } from '#lib/settings/settings.ts';
import { type Claimed, claimedHeaders } from './claimed-headers.ts';
import { gather } from './facts.ts';
import { answeredCase } from './find-answered.ts';
import { type Headers, headersOf } from './headers-of.ts';
import type { ParsedMail, Unreadable } from './parse-mail.ts';

/** An email that waits without being carried out: as far as it was read, and why it waits. */
type Waiting = { id: string; raw: Uint8Array; mail: ParsedMail | Unreadable; reason: string };

/** What was read of it counts; where that names no sender, the bytes of its headers do. */
function linesOf(raw: Uint8Array, mail: ParsedMail | Unreadable): Claimed {
  if ('unreadable' in mail) return claimedHeaders(raw);
  return mail.from.length > 0 ? mail : { ...mail, from: claimedHeaders(raw).from };
}

/**
 * ACC-6, MAIL-5 · Leaves an email that cannot be read, or was refused, to the review. Nothing else is written, but whose it is
 * is looked up like that of any other: only agents who serve this customer may open it.
 */
export async function setAside(tx: Db, { id, raw, mail, reason }: Waiting, settings: Settings): Promise<void> {
  const found = await gather(tx, linesOf(raw, mail), settings);
  const answered = answeredCase(found.answered);
  const headers: Partial<Headers> = 'unreadable' in mail ? {} : headersOf(mail, settings);
  if (!headers.fromAddress) delete headers.fromAddress;
  await tx.incomingMail.updateMany({
    where: { id, outcome: 'received' },
    data: {
      ...headers,
      outcome: 'waits_for_review',
      reason,
      senderId: found.sender?.id ?? null,
      answersId: answered?.mailId ?? null,
      taskId: answered?.taskId ?? null,
    },
  });
}
