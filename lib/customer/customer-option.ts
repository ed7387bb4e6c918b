/** A customer who can be chosen for a new case, and the values that the choice fills in. */
export type Customer = { is: 'contact' | 'consumer'; accountId: string | null; account: string };

/** ACC-14 · A name that was searched without a match, and the kinds of customer that the actor may add. */
export type NewCustomer = { words: string; kinds: readonly Customer['is'][] };

/** An option of the *Customer* box: a customer with the account below the name, or adding a person not found. */
export type CustomerOption = { id: string; label: string; detail?: string; customer?: Customer; add?: NewCustomer };

const SHORTEST_NAME = 2;

/** The option to add the person who was not found, under the searched name. */
export function addOption(words: string, kinds: NewCustomer['kinds']): CustomerOption[] {
  if (kinds.length === 0 || words.length < SHORTEST_NAME) return [];
  return [{ id: 'add', label: `Add "${words}"`, detail: `As a new ${kinds.join(' or ')}`, add: { words, kinds } }];
}

const PHONE = /^[\d\s()+./-]+$/;
const FEWEST_DIGITS = 3;

/** The digits of a possible part of a phone number in any notation; null if it cannot be one. */
export function phoneDigits(words: string): string | null {
  const digits = words.replaceAll(/\D/g, '');
  return PHONE.test(words) && digits.length >= FEWEST_DIGITS ? digits : null;
}
