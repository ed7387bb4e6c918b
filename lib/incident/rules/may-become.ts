import { first, no, type Verdict, yes } from '#lib/platform/verdict.ts';
import type { Words } from '#lib/task/definition.ts';
import type { Incident } from '../definition.ts';
import { type IncidentState, incidentMoves, incidentStates } from '../states.ts';

const label = (state: string) => incidentStates[state as IncidentState]?.label ?? state;

/** Spec 1 · The table of moves; Closed and Canceled are final. */
export function incidentMayMove(before: Incident, after: Incident): Verdict {
  if (before.state === after.state) return yes;
  if (incidentMoves[before.state as IncidentState].includes(after.state as IncidentState)) return yes;
  return no('REC-5', `An incident can not go from ${label(before.state)} to ${label(after.state)}.`, 'state');
}

/** Spec 1 · A final incident keeps its fields; comments and notes can still be added. */
export function finalIncidentKeepsItsFields(before: Incident, after: Incident): Verdict {
  const isFinal = incidentStates[before.state as IncidentState].phase === 'final';
  if (!isFinal || before === after) return yes;
  return no('REC-5', `${before.number} is ${label(before.state)} and can no longer be changed.`);
}

/** INC-1 · An incident on hold says what it waits for; waiting for the caller needs a question to the caller. */
export function mayHold(before: Incident | null, after: Incident, words: Words): Verdict {
  if (after.state !== 'on_hold') return yes;
  if (!after.holdReason) return no('INC-1', 'Choose what the incident is waiting for.', 'holdReason');
  const waits = after.holdReason === 'awaiting_caller';
  const alreadyWaited = before?.state === 'on_hold' && before.holdReason === 'awaiting_caller';
  if (waits && !alreadyWaited && !words.comment?.trim())
    return no('INC-1', 'Ask the caller a question: it is sent as an additional comment.', 'comment');
  return yes;
}

/** INC-3 · Resolved, and Closed after it, have a resolution code and notes. */
export function resolutionIsSaid(after: Incident): Verdict {
  if (after.state !== 'resolved' && after.state !== 'closed') return yes;
  if (!after.resolutionCode) return no('INC-3', 'Choose how the incident was resolved.', 'resolutionCode');
  if (after.resolutionNotes.trim() === '') return no('INC-3', 'Write the resolution notes.', 'resolutionNotes');
  return yes;
}

/** All that an incident must obey to become another version of itself. */
export function incidentMayBecome(before: Incident | null, after: Incident, words: Words): Verdict {
  if (!before) return first(mayHold(null, after, words), resolutionIsSaid(after));
  return first(
    finalIncidentKeepsItsFields(before, after),
    incidentMayMove(before, after),
    mayHold(before, after, words),
    resolutionIsSaid(after),
  );
}
