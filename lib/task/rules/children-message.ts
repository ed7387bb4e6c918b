import { counted } from '../counted.ts';
import { customersNotified } from './doing-affects-message.ts';

type Affected = { count: number; resolved: number; notified: number };

const children = (count: number) => counted('case', count).replace('case', 'child case');

/** SYNC-MAJ-1 · How many child cases what is done to a major case updates, and who is mailed about its solution; nothing when none. */
export function childrenUpdatedMessage({ count, resolved, notified }: Affected): string {
  if (count === 0) return '';
  const updates = `This updates ${children(count)}.`;
  if (resolved === 0) return updates;
  const become = resolved === 1 ? 'One becomes' : `${resolved.toLocaleString('en')} become`;
  return `${updates} ${become} Resolved; ${customersNotified(notified)}.`;
}

/** SYNC-MAJ-1 · The same of a comment that the customers of the children read. */
export function childrenReadMessage(count: number): string {
  const whose = count === 1 ? 'Its customer sees' : 'Their customers see';
  return `This updates ${children(count)}. ${whose} it.`;
}

/** MAJ-10 · How many child cases a major case lets go when it is cancelled; nothing when none. */
export function childrenReleasedMessage(count: number): string {
  if (count === 0) return '';
  if (count === 1) return 'Its child case is released: it goes on as a case of its own.';
  return `Its ${children(count)} are released: they go on as cases of their own.`;
}
