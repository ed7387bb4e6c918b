import { stateTable } from '#lib/record/definition.ts';

/** A change in Review can no longer be associated (REL-10), like a resolved record of another kind. */
export const changeStates = stateTable({
  new: { label: 'New', tone: 'new', external: '-5', phase: 'open' },
  assess: { label: 'Assess', tone: 'progress', external: '-4', phase: 'open' },
  authorize: { label: 'Authorize', tone: 'waiting', external: '-3', phase: 'open' },
  scheduled: { label: 'Scheduled', tone: 'progress', external: '-2', phase: 'open' },
  implement: { label: 'Implement', tone: 'progress', external: '-1', phase: 'open' },
  review: { label: 'Review', tone: 'resolved', external: '0', phase: 'resolved' },
  closed: { label: 'Closed', tone: 'closed', external: '3', phase: 'final' },
  canceled: { label: 'Canceled', tone: 'closed', external: '4', alsoAccepts: ['Cancelled'], phase: 'final' },
});

export type ChangeState = keyof typeof changeStates;

export type ChangeType = 'normal' | 'standard' | 'emergency';

/** The path of each type. A standard change is authorised beforehand, an emergency is not assessed. */
const changePaths: Readonly<Record<ChangeType, readonly ChangeState[]>> = {
  normal: ['new', 'assess', 'authorize', 'scheduled', 'implement', 'review', 'closed'],
  standard: ['new', 'scheduled', 'implement', 'review', 'closed'],
  emergency: ['new', 'authorize', 'scheduled', 'implement', 'review', 'closed'],
};

/** CHG-2 · The states from which a change can be canceled. */
const cancellable: readonly ChangeState[] = ['new', 'assess', 'authorize', 'scheduled', 'implement'];

/** CHG-1 · States that need approval to move forward. */
export const approvedStates: readonly ChangeState[] = ['assess', 'authorize'];

/** The allowed moves: the next step of the type's path, or Canceled; on hold only Canceled (CHG-3). */
export function changeMovesFrom(change: { type: string; state: string; onHold: boolean }): ChangeState[] {
  const path = changePaths[change.type as ChangeType];
  const here = change.state as ChangeState;
  const next = path[path.indexOf(here) + 1];
  const cancel: ChangeState[] = cancellable.includes(here) ? ['canceled'] : [];
  return change.onHold || !next || !path.includes(here) ? cancel : [next, ...cancel];
}

/** CHG-1 · The moves that are possible now. A state that needs approval blocks moving forward until then. */
export function changeMovesNow(change: Parameters<typeof changeMovesFrom>[0] & { approval: string }): ChangeState[] {
  const waits = approvedStates.includes(change.state as ChangeState) && change.approval !== 'approved';
  return changeMovesFrom(change).filter((to) => !waits || to === 'canceled');
}

/** CHG-1 · The change has just entered a state that needs approval. */
export function entersApproval(before: { state: string }, after: { state: string }): boolean {
  return before.state !== after.state && approvedStates.some((state) => state === after.state);
}
