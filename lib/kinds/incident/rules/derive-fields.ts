import type { Incident } from '../definition.ts';

/** INC-1 · Leaving On Hold clears the reason. */
export function holdReasonOf(proposed: Incident): string | null {
  return proposed.state === 'on_hold' ? proposed.holdReason : null;
}

/** INC-2 · The caller's answer moves an incident that waits for the caller back to In Progress. */
export function stateAfterComment(before: Incident | null, proposed: Incident, callerSpeaks: boolean): string {
  const waited = before?.state === 'on_hold' && before.holdReason === 'awaiting_caller';
  const stillWaits = proposed.state === 'on_hold' && proposed.holdReason === 'awaiting_caller';
  return waited && stillWaits && callerSpeaks ? 'in_progress' : proposed.state;
}
