import { counted } from '../counted.ts';

type Affected = { count: number; resolved: number; notified: number };

/** Customers who cannot be reached are not promised a mail. */
export function customersNotified(count: number): string {
  if (count === 0) return 'no customer is notified';
  return `${count.toLocaleString('en')} ${count === 1 ? 'customer is' : 'customers are'} notified`;
}

/**
 * SYNC-3, SYNC-INC-5 · How many cases a save, an answer to an approval, or the end of a request, will update, and how many
 * proactive ones it resolves with how many customers who get a mail; nothing when none.
 */
export function doingAffectsMessage(what: string, { count, resolved, notified }: Affected): string {
  if (count === 0) return '';
  const updates = `${what} updates ${counted('case', count)}`;
  if (resolved === 0) return `${updates}.`;
  const are = resolved === 1 ? 'one is' : 'ones are';
  return `${updates}: ${resolved.toLocaleString('en')} proactive ${are} resolved; ${customersNotified(notified)}.`;
}
