import { appUrl } from '#lib/platform/env.ts';
import { portalPathOf } from '#lib/record/address-of-number.ts';
import { linkPurposes } from '#lib/session/link-purpose.ts';
import { tokenOf } from '#lib/session/one-time-token.ts';
import type { MailFacts } from './template-of.ts';

type Linked = { event: string; facts: MailFacts; number: string; toCustomer: boolean };

/** What a link of a mail about a proposed solution asks the customer to do on the page of the case. */
export type Answer = 'accept' | 'reject';

/**
 * MAIL-9, POR-17 · Where a mail about a record leads, by the configured address alone: staff to the record, customers to their case in
 * the portal, or where it is no case to what waits for them. Nothing is done by going there.
 */
export function recordLink(number: string, toCustomer: boolean, answer?: Answer): string {
  if (!toCustomer) return `${appUrl()}/go/${encodeURIComponent(number)}`;
  return `${appUrl()}${portalPathOf(number)}${answer ? `?answer=${answer}` : ''}`;
}

/** MAIL-9, ACC-7 · Where a mail leads: to its record, or to the page on which its recipient chooses a password. */
export function mailLink({ event, facts, number, toCustomer }: Linked): string {
  const purpose = linkPurposes.find((each) => each === event);
  if (!purpose) return recordLink(number, toCustomer);
  return facts.seed ? `${appUrl()}/${purpose}?token=${tokenOf(purpose, facts.seed)}` : `${appUrl()}/login`;
}

/** ACC-7 · The facts of a mail without what its one-time link is made of: who administers reads the mail, and not the way in. */
export const withoutSecret = ({ seed: _seed, ...facts }: MailFacts): MailFacts => facts;
