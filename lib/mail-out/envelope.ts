/** Of a mail that is to be sent: what its headers are made of. */
export type Posted = {
  /** `<ID@HOST>` */
  messageId: string;
  /** Null: it is about its recipient alone. */
  taskId: string | null;
  number: string;
  replyToken: string | null;
  /** MAIL-3 · The emails of customers in the case, oldest first, as they call them. */
  customersIds: readonly string[];
};

/** MAIL-2 · Where an answer goes to; the token says to which case it belongs, and whose it is. */
export const replyAddress = (
  { number, replyToken }: Pick<Posted, 'number' | 'replyToken'>,
  domain: string,
): string | null => replyToken && `case+${number}.${replyToken}@${domain}`;

/** What mails about a record all refer to, so that mail programs show them together, whoever gets which of them. */
function threadRoot({ messageId, taskId }: Posted): string | null {
  if (taskId === null) return null;
  const host = messageId.slice(messageId.indexOf('@') + 1, -1);
  return `<record.${taskId}@${host}>`;
}

/** MAIL-2, MAIL-3, MAIL-12 · The headers by which mail programs and servers know a mail: beside what its recipient wrote about it. */
export function headersOf(posted: Posted) {
  const root = threadRoot(posted);
  // A name that a header cannot hold is nobody's.
  const answered = posted.customersIds.filter((id) => /^<[\x21-\x7e]{3,250}>$/.test(id));
  return {
    messageId: posted.messageId,
    ...(root ? { inReplyTo: answered.at(-1) ?? root, references: [root, ...answered] } : {}),
    // The second is what Exchange goes by: no out-of-office note answers a mail of the product.
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  };
}
