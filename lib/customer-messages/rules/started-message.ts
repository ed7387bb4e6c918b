import { counted } from '#lib/record/counted.ts';
import type { Started } from '../run/write-run.ts';

/** "1 person", "3 people". */
export const countedPeople = (count: number) => `${count.toLocaleString('en')} ${count === 1 ? 'person' : 'people'}`;

/** NOT-1, NOT-3 · The result of starting a message, shown to its sender. */
export function startedMessage({ state, cases, people }: Pick<Started, 'state' | 'cases' | 'people'>): string {
  // Without anybody to email, customers still get the comment in their cases.
  const recipients = people === 0 ? counted('case', cases) : `${countedPeople(people)} of ${counted('case', cases)}`;
  const unmailed = people === 0 ? ' No one is emailed.' : '';
  return state === 'waiting'
    ? `The message to ${recipients} waits for confirmation by another user.${unmailed}`
    : `The message to ${recipients} is being sent.${unmailed}`;
}
