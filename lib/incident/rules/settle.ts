import type { Incident } from '../definition.ts';

/** INC-1 · Leaving On Hold clears the reason. */
export function reasonOfHold(wished: Incident): string | null {
  return wished.state === 'on_hold' ? wished.holdReason : null;
}

/** INC-2 · The caller's answer takes an incident that waits for the caller back to work. */
export function stateAfterWords(before: Incident | null, wished: Incident, callerSpeaks: boolean): string {
  const waited = before?.state === 'on_hold' && before.holdReason === 'awaiting_caller';
  const stillWaits = wished.state === 'on_hold' && wished.holdReason === 'awaiting_caller';
  return waited && stillWaits && callerSpeaks ? 'in_progress' : wished.state;
}
