import { counted } from '../counted.ts';

/**
 * SYNC-3, SYNC-INC-5 · How many cases a save, an answer to an approval, or the end of a request, will update, and how many
 * proactive ones it resolves; nothing when none.
 */
export function doingAffectsMessage(what: string, { count, resolved }: { count: number; resolved: number }): string {
  if (count === 0) return '';
  const updates = `${what} updates ${counted('case', count)}`;
  if (resolved === 0) return `${updates}.`;
  const [are, customers] = resolved === 1 ? ['one is', 'its customer is'] : ['ones are', 'their customers are'];
  return `${updates}: ${resolved.toLocaleString('en')} proactive ${are} resolved, and ${customers} notified.`;
}
