import { counted } from '#lib/task/counted.ts';
import type { Started } from '../run/write-run.ts';

/** "1 person", "3 people". */
export const countedPeople = (count: number) => `${count.toLocaleString('en')} ${count === 1 ? 'person' : 'people'}`;

/** NOT-1, NOT-3 · What was begun, for who began it. */
export function startedMessage({ state, cases, people }: Pick<Started, 'state' | 'cases' | 'people'>): string {
  const whom = `${countedPeople(people)} of ${counted('case', cases)}`;
  return state === 'waiting'
    ? `The message to ${whom} waits for somebody else to confirm it.`
    : `The message to ${whom} is on its way.`;
}
