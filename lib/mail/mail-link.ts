import { appUrl } from '#lib/platform/env.ts';
import { linkPurposes } from '#lib/session/link-purpose.ts';
import { tokenOf } from '#lib/session/one-time-token.ts';
import { recordLink } from './case-list.ts';
import type { MailFacts } from './template-of.ts';

type Linked = { event: string; facts: MailFacts; number: string };

/** MAIL-9, ACC-7 · Where a mail leads: to its record, or to the page on which its recipient chooses a password. */
export function mailLink({ event, facts, number }: Linked): string {
  const purpose = linkPurposes.find((each) => each === event);
  if (!purpose) return recordLink(number);
  return facts.seed ? `${appUrl()}/${purpose}?token=${tokenOf(purpose, facts.seed)}` : `${appUrl()}/login`;
}

/** ACC-7 · The facts of a mail without what its one-time link is made of: who administers reads the mail, and not the way in. */
export const withoutSecret = ({ seed: _seed, ...facts }: MailFacts): MailFacts => facts;
