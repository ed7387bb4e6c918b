import { no, type Verdict, yes } from '#lib/platform/verdict.ts';

type Mail = { hasServer: boolean; replyTo: string | null; status: string };

/** MAIL-1 · A mail is answered here only where none leaves the product; where it does, only its recipient answers. */
export function isAnswerable({ hasServer, replyTo, status }: Mail): Verdict {
  if (hasServer) return no('MAIL-1', 'Emails are sent through an email server, so their recipients answer them there.');
  if (replyTo === null) return no('MAIL-1', 'This email has no reply address: only emails about cases have one.');
  return status === 'sent' ? yes : no('MAIL-1', 'This email was not sent, so no one can answer it.');
}
