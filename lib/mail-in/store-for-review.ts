import type { Db } from '#lib/platform/db.ts';
import type { Settings } from '#lib/settings/settings.ts';
import { gatherFacts } from './facts.ts';
import { answeredCase } from './find-answered.ts';
import { type Headers, headersOf } from './headers-of.ts';
import type { ParsedMail, Unreadable } from './parse-mail.ts';
import { type Claimed, claimedHeaders } from './set-aside.ts';

/** An email that is left to the review: as far as it was parsed, and the reason. */
type Waiting = { id: string; raw: Uint8Array; mail: ParsedMail | Unreadable; reason: string };

/** The parsed headers; if they name no sender, the sender from the raw headers. */
function linesOf(raw: Uint8Array, mail: ParsedMail | Unreadable): Claimed {
  if ('unreadable' in mail) return claimedHeaders(raw);
  return mail.from.length > 0 ? mail : { ...mail, from: claimedHeaders(raw).from };
}

/**
 * ACC-6, MAIL-5 · Leaves an unreadable or refused email to the review. Only its sender and case are looked up, so that only
 * agents who serve this customer can open it.
 */
export async function storeForReview(tx: Db, { id, raw, mail, reason }: Waiting, settings: Settings): Promise<void> {
  const found = await gatherFacts(tx, linesOf(raw, mail), settings);
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
