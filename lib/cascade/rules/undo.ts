import { type CaseState, caseStates } from '#lib/kinds/case/states.ts';
import { no, type Verdict, yes } from '#lib/platform/verdict.ts';
import { counted } from '#lib/record/counted.ts';

/** The status of a cascade: caused by the actor, within ten minutes, already undone. */
export type CascadeStatus = { isOwn: boolean; isInTime: boolean; isUndone: boolean };

/** SYNC-7 · Only the user who caused a cascade may undo it, once, within ten minutes. */
export function mayUndo(cascade: CascadeStatus | null): Verdict {
  if (!cascade) return no('SYNC-7', 'There are no cases that were resolved with it.');
  if (!cascade.isOwn) return no('SYNC-7', 'Only the person who resolved the cases can undo that.');
  if (cascade.isUndone) return no('SYNC-7', 'This has already been undone.');
  if (!cascade.isInTime)
    return no('SYNC-7', 'The cases were resolved more than 10 minutes ago: that can no longer be undone.');
  return yes;
}

/** How a case changed since it was resolved; null: not at all. */
export type ChangedSince = 'moved' | 'changed' | 'written into' | null;

/** SYNC-7 · Why a case is not restored; null: it is restored. */
export function notRestoredBecause(changed: ChangedSince, state: string): string | null {
  switch (changed) {
    case 'moved':
      return `It is ${caseStates[state as CaseState].label} now`;
    case 'changed':
      return 'It was changed since';
    case 'written into':
      return 'Someone has written to it since';
    case null:
      return null;
  }
}

/** SYNC-7 · The result of an undo, in words. */
export function undoneMessage(restored: number, left: number): string {
  const back = `${counted('case', restored)} went back to the state before`;
  if (left === 0) return `${back}.`;
  return `${back}; ${left === 1 ? '1 was' : `${left.toLocaleString('en')} were`} left as ${left === 1 ? 'it is' : 'they are'}.`;
}
