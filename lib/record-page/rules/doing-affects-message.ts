import { counted } from '#lib/record/counted.ts';

type Affected = { count: number; resolved: number; stayOpen?: number; notified: number };

/** Customers who cannot be reached are not counted for emails. */
function customersNotified(count: number): string {
  if (count === 0) return 'no customer is notified';
  return `${count.toLocaleString('en')} ${count === 1 ? 'customer is' : 'customers are'} notified`;
}

/** SYNC-7 · Cases that somebody has excluded. */
function staysOpenMessage(stayOpen: number): string {
  if (stayOpen === 0) return '';
  return stayOpen === 1
    ? ' 1 case stays open, as it is not to be resolved automatically.'
    : ` ${stayOpen.toLocaleString('en')} cases stay open, as they are not to be resolved automatically.`;
}

/**
 * SYNC-3, SYNC-INC-5 · How many cases a save, an approval answer or a cancelled request updates, how many proactive cases it
 * resolves, and how many customers get an email; empty if none.
 */
export function doingAffectsMessage(what: string, { count, resolved, stayOpen = 0, notified }: Affected): string {
  if (count === 0) return '';
  const updates = `${what} updates ${counted('case', count)}`;
  if (resolved === 0) return `${updates}.${staysOpenMessage(stayOpen)}`;
  const are = resolved === 1 ? 'one is' : 'ones are';
  return `${updates}: ${resolved.toLocaleString('en')} proactive ${are} resolved; ${customersNotified(notified)}.${staysOpenMessage(stayOpen)}`;
}
