import { first, no, type Verdict, yes } from '#lib/platform/verdict.ts';
import { isBlank } from '#lib/platform/visible-text.ts';
import type { JournalInput } from '#lib/record/definition.ts';
import { finalRecordKeepsItsFields, mayMove } from '#lib/record/rules/may-move.ts';
import type { Incident } from '../definition.ts';
import { type IncidentState, incidentMoves, incidentStates } from '../states.ts';

/** REC-5 · An incident moves as the table of moves allows. Closed and Canceled are final. */
export function incidentMayMove(before: Incident, after: Incident): Verdict {
  const moves = incidentMoves[before.state as IncidentState];
  return mayMove({ noun: 'An incident', states: incidentStates, moves }, before.state, after.state);
}

/** INC-1 · An incident on hold needs a hold reason. Waiting for the caller needs a question to the caller. */
export function mayHold(before: Incident | null, after: Incident, journal: JournalInput): Verdict {
  if (after.state !== 'on_hold') return yes;
  if (!after.holdReason) return no('INC-1', 'Choose what the incident is waiting for.', 'holdReason');
  const waits = after.holdReason === 'awaiting_caller';
  const alreadyWaited = before?.state === 'on_hold' && before.holdReason === 'awaiting_caller';
  if (waits && !alreadyWaited && isBlank(journal.comment))
    return no('INC-1', 'Write the question to the caller as an additional comment.', 'comment');
  return yes;
}

/** INC-3 · Resolved and Closed need a resolution code and notes. */
export function resolutionIsProvided(after: Incident): Verdict {
  if (after.state !== 'resolved' && after.state !== 'closed') return yes;
  if (!after.resolutionCode) return no('INC-3', 'Choose how the incident was resolved.', 'resolutionCode');
  if (isBlank(after.resolutionNotes)) return no('INC-3', 'Write the resolution notes.', 'resolutionNotes');
  return yes;
}

/** All rules for an update of an incident. */
export function validateIncident(before: Incident | null, after: Incident, journal: JournalInput): Verdict {
  if (!before) return first(mayHold(null, after, journal), resolutionIsProvided(after));
  return first(
    finalRecordKeepsItsFields(incidentStates, before, after),
    incidentMayMove(before, after),
    mayHold(before, after, journal),
    resolutionIsProvided(after),
  );
}
