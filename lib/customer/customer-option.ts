/** A customer whom a new case may be for: what choosing them fills. */
export type Customer = { is: 'contact' | 'consumer'; accountId: string | null; account: string };

/** What the box *Customer* offers: somebody with the account beneath the name, or to add who was not found. */
export type CustomerOption = { id: string; label: string; detail?: string; customer?: Customer; add?: string };

const SHORTEST_NAME = 2;

/** Whoever was looked for and is not there can be added under that name, by who may. */
export function addOption(words: string, mayAdd: boolean): CustomerOption[] {
  if (!mayAdd || words.length < SHORTEST_NAME) return [];
  return [{ id: 'add', label: `Add "${words}"`, detail: 'As a new contact or consumer', add: words }];
}

const PHONE = /^[\d\s()+./-]+$/;
const FEWEST_DIGITS = 3;

/** The digits of what may be a part of a phone number, however it is written; null if it is none. */
export function phoneDigits(words: string): string | null {
  const digits = words.replaceAll(/\D/g, '');
  return PHONE.test(words) && digits.length >= FEWEST_DIGITS ? digits : null;
}
