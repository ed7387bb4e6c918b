import type { Started } from './write-run.ts';

const counted = (count: number, one: string, many: string) =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/** NOT-1, NOT-3 · What was begun, for who began it. */
export function startedMessage({ state, cases, people }: Pick<Started, 'state' | 'cases' | 'people'>): string {
  const whom = `${counted(people, 'person', 'people')} of ${counted(cases, 'case', 'cases')}`;
  return state === 'waiting'
    ? `The message to ${whom} waits for somebody else to confirm it.`
    : `The message to ${whom} is on its way.`;
}
