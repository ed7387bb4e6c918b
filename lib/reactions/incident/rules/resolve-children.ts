import { listed } from '#lib/platform/listed.ts';
import { no, type Verdict, yes } from '#lib/platform/verdict.ts';
import type { TaskRecord } from '#lib/record/record.ts';

/** INC-7 · Children are resolved only in the same command as their parent. */
export function isResolvedNow(before: TaskRecord, after: TaskRecord): Verdict {
  if (after.kind === 'incident' && before.state !== 'resolved' && after.state === 'resolved') return yes;
  return no('INC-7', 'Child incidents are resolved while their parent is resolved.', 'state');
}

/** How many incidents a sentence names. */
const NAMED = 10;

const named = (numbers: readonly string[]) => listed(numbers.slice(0, NAMED), numbers.length);

/** "The child incident INC0010008 is", "The child incidents INC0010008, INC0010009 are". */
const children = (numbers: readonly string[]) =>
  `The child ${numbers.length === 1 ? 'incident' : 'incidents'} ${named(numbers)} ${numbers.length === 1 ? 'is' : 'are'}`;

/** INC-7 · Refuses an open child that was not open when the user ticked the box. Children that have ended since are fine. */
export function onlyShown(shown: readonly string[], open: readonly string[]): Verdict {
  const [wasShown, isOpen] = [new Set(shown), new Set(open)];
  const added = open.filter((number) => !wasShown.has(number));
  if (added.length === 0) return yes;
  const gone = [...wasShown].filter((number) => !isOpen.has(number));
  const changes = [
    `${children(added)} open now, and ${added.length === 1 ? 'was' : 'were'} not when you ticked the box.`,
    ...(gone.length > 0 ? [`${children(gone)} no longer open.`] : []),
  ];
  const now = `Open now: ${named(open)}.`;
  return no('INC-7', `${changes.join(' ')} ${now} Tick the box again to resolve them all.`);
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
