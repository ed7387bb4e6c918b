/** A customer whom a new case may be for: what choosing them fills. */
export type Customer = { is: 'contact' | 'consumer'; accountId: string | null; account: string };

/** ACC-14 · Somebody who was looked for and not found, and what the actor may add them as. */
export type NewCustomer = { words: string; kinds: readonly Customer['is'][] };

/** What the box *Customer* offers: somebody with the account beneath the name, or to add who was not found. */
export type CustomerOption = { id: string; label: string; detail?: string; customer?: Customer; add?: NewCustomer };

const SHORTEST_NAME = 2;

/** Offers to add the person who was looked for and not found, under that name. */
export function addOption(words: string, kinds: NewCustomer['kinds']): CustomerOption[] {
  if (kinds.length === 0 || words.length < SHORTEST_NAME) return [];
  return [{ id: 'add', label: `Add "${words}"`, detail: `As a new ${kinds.join(' or ')}`, add: { words, kinds } }];
}

const PHONE = /^[\d\s()+./-]+$/;
const FEWEST_DIGITS = 3;

/** The digits of what may be a part of a phone number, however it is written; null if it is none. */
export function phoneDigits(words: string): string | null {
  const digits = words.replaceAll(/\D/g, '');
  return PHONE.test(words) && digits.length >= FEWEST_DIGITS ? digits : null;
}
