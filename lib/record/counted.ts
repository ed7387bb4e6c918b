import { type TaskKind, taskKinds } from './kind.ts';

/** The highest number that a list counts: "1,000+". */
export const MAX_COUNTED = 1_000;

/** "1 case", "3 cases", "1,000+ cases". */
export function counted(kind: TaskKind, count: number, atMost = Number.POSITIVE_INFINITY): string {
  const { label, plural } = taskKinds[kind];
  const figure = count > atMost ? `${atMost.toLocaleString('en')}+` : count.toLocaleString('en');
  return `${figure} ${(count === 1 ? label : plural).toLowerCase()}`;
}
