/** The data for the headers of an email to be sent. */
export type Posted = {
  /** `<ID@HOST>` */
  messageId: string;
  /** Null if the email concerns only its recipient. */
  taskId: string | null;
  number: string;
  replyToken: string | null;
  /** MAIL-3 · The Message-IDs of the customers' emails in the case, oldest first. */
  customersIds: readonly string[];
};

/** MAIL-2 · The reply address; its token identifies the case and the recipient. */
export const replyAddress = (
  { number, replyToken }: Pick<Posted, 'number' | 'replyToken'>,
  domain: string,
): string | null => replyToken && `case+${number}.${replyToken}@${domain}`;

/** The common reference of all emails about a record, so that mail programs group them whichever of them a person receives. */
function threadRoot({ messageId, taskId }: Posted): string | null {
  if (taskId === null) return null;
  const host = messageId.slice(messageId.indexOf('@') + 1, -1);
  return `<record.${taskId}@${host}>`;
}

/** MAIL-2, MAIL-3, MAIL-12 · The headers that identify an email and group it with what its recipient wrote about the record. */
export function headersOf(posted: Posted) {
  const root = threadRoot(posted);
  // Skip Message-IDs that a header cannot contain.
  const answered = posted.customersIds.filter((id) => /^<[\x21-\x7e]{3,250}>$/.test(id));
  return {
    messageId: posted.messageId,
    ...(root ? { inReplyTo: answered.at(-1) ?? root, references: [root, ...answered] } : {}),
    // Exchange uses the second header to suppress out-of-office replies.
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  };
}
