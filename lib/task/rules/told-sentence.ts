import { counted } from '../counted.ts';

/** SYNC-3 · How many cases were told; nothing when none was. */
export function toldSentence(count: number): string {
  if (count === 0) return '';
  return `${counted('case', count)} ${count === 1 ? 'was' : 'were'} told.`;
}

/** SYNC-3 · How many cases saving will tell. */
export function tellsSentence(verb: string, count: number): string {
  return `${verb} tells ${counted('case', count)}.`;
}
