import { appUrl } from '#lib/platform/env.ts';
import { portalPathOf } from '#lib/record/address-of-number.ts';
import { linkPurposes } from '#lib/session/link-purpose.ts';
import { tokenOf } from '#lib/session/one-time-token.ts';
import type { MailFacts } from './template-of.ts';

type Linked = { event: string; facts: MailFacts; number: string; toCustomer: boolean };

/** What a link in an email about a proposed solution asks the customer to do on the case page. */
export type Answer = 'accept' | 'reject';

/**
 * MAIL-9, POR-17 · The link of an email about a record, always on the configured URL: staff to the record, customers to their
 * case or work order in the portal, else to the portal's start page. Opening the link changes nothing.
 */
export function recordLink(number: string, toCustomer: boolean, answer?: Answer): string {
  if (!toCustomer) return `${appUrl()}/go/${encodeURIComponent(number)}`;
  return `${appUrl()}${portalPathOf(number)}${answer ? `?answer=${answer}` : ''}`;
}

/** MAIL-9, ACC-7 · The link of an email: to its record, or to the page where its recipient chooses a password. */
export function mailLink({ event, facts, number, toCustomer }: Linked): string {
  const purpose = linkPurposes.find((each) => each === event);
  if (!purpose) return recordLink(number, toCustomer);
  return facts.seed ? `${appUrl()}/${purpose}?token=${tokenOf(purpose, facts.seed)}` : `${appUrl()}/login`;
}

/** ACC-7 · The facts of an email without the seed of its one-time link, for administrators, who must not use the link. */
export const withoutSecret = ({ seed: _seed, ...facts }: MailFacts): MailFacts => facts;
