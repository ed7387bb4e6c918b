import { counted } from '#lib/record/counted.ts';

type LeftOpen = { majorCases: number; firstMajorCase: string | null; children: number };

/** SYNC-3, SYNC-INC-5 · The major cases and children that stay open when their record ends; empty if there are none. */
export function leftOpenMessage({ majorCases, firstMajorCase, children }: LeftOpen): string {
  if (majorCases === 0) return '';
  const [major, its] =
    majorCases === 1
      ? [`Major case ${firstMajorCase}`, 'its']
      : [`${majorCases.toLocaleString('en')} major cases`, 'their'];
  if (children === 0) return `${major} ${majorCases === 1 ? 'stays' : 'stay'} open.`;
  return `${major} and ${its} ${counted('case', children).replace('case', 'child case')} stay open.`;
}

/** NOT-8 · How many customers still wait for an answer when their record ends; empty if none does. */
export function unansweredMessage(count: number): string {
  if (count === 0) return '';
  return count === 1
    ? '1 customer reply is unanswered.'
    : `${count.toLocaleString('en')} customer replies are unanswered.`;
}

/** SYNC-MAJ-2, SYNC-3 · The child cases that stay open when their major case ends; empty if none does. */
export function childrenLeftOpenMessage(count: number): string {
  if (count === 0) return '';
  return count === 1 ? 'Its child case stays open.' : `Its ${count.toLocaleString('en')} child cases stay open.`;
}
