import type { NewStep, StepAction } from '#lib/technician-day/outbox.ts';

/** Short labels for a phone's buttons. */
export const buttonWords: Readonly<Record<StepAction, string>> = {
  accept: 'Accept',
  start: 'Start',
  complete: 'Done',
  leaveIncomplete: 'Could not finish',
  decline: 'Decline',
};

const doneWords: Readonly<Record<StepAction, string>> = {
  accept: 'Accepted',
  start: 'Started',
  complete: 'Done',
  leaveIncomplete: 'Could not finish',
  decline: 'Declined',
};

/** A step in words. */
export function wordsOf(what: NewStep): string {
  if (what.kind === 'note') return `“${what.text}”`;
  if (what.kind === 'file') return what.name;
  return [doneWords[what.action], ...(what.reason ? [what.reason] : [])].join(': ');
}
