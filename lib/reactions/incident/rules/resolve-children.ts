import { no, type Verdict, yes } from '#lib/platform/verdict.ts';
import type { TaskRecord } from '#lib/record/record.ts';

/** INC-7 · Children are resolved only in the same command as their parent. */
export function isResolvedNow(before: TaskRecord, after: TaskRecord): Verdict {
  if (after.kind === 'incident' && before.state !== 'resolved' && after.state === 'resolved') return yes;
  return no('INC-7', 'Child incidents are resolved while their parent is resolved.', 'state');
}

/** INC-7 · Refuses more open children than the user saw. Fewer are fine. */
export function noMoreThanShown(shown: number, open: number): Verdict {
  if (open <= shown) return yes;
  const now = open === 1 ? '1 child incident is' : `${open.toLocaleString('en')} child incidents are`;
  return no(
    'INC-7',
    `${now} open now, and you were shown ${shown.toLocaleString('en')}. Look at them, and tick the box again to resolve them all.`,
  );
}

/** INC-7 · The outcome for the open children of a resolved incident. */
export type ResolvedChildren = { resolved: string[]; leftOut: { number: string; because: string }[] };

/** INC-7 · The same in words. */
export function resolvedChildrenMessage({ resolved, leftOut }: ResolvedChildren): string {
  const left = leftOut.map(({ number, because }) => `${number} was left out: ${because}`);
  return [
    `${resolved.length === 1 ? '1 child incident' : `${resolved.length.toLocaleString('en')} child incidents`} resolved with it.`,
    ...left,
  ].join(' ');
}

/** INC-7 · How many children a resolved incident leaves open; empty if none. */
export const openChildrenMessage = (count: number): string =>
  count === 0
    ? ''
    : `${count === 1 ? '1 child incident stays' : `${count.toLocaleString('en')} child incidents stay`} open.`;

/** INC-7 · The label of the checkbox that also resolves the open children. */
export const resolveChildrenLabel = (count: number): string =>
  `Resolve ${count === 1 ? 'its open child incident' : `its ${count.toLocaleString('en')} open child incidents`} with the same code and notes`;
