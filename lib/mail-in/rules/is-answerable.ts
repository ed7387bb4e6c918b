import { no, type Verdict, yes } from '#lib/platform/verdict.ts';

type Mail = { hasServer: boolean; replyTo: string | null; status: string };

/** MAIL-1 · Emails can be answered here only if there is no mail server; with one, only the recipient can answer. */
export function isAnswerable({ hasServer, replyTo, status }: Mail): Verdict {
  if (hasServer) return no('MAIL-1', 'Emails are sent through an email server, so their recipients answer them there.');
  if (replyTo === null) return no('MAIL-1', 'This email has no reply address: only emails about cases have one.');
  return status === 'sent' ? yes : no('MAIL-1', 'This email was not sent, so no one can answer it.');
}
