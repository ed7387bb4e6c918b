import { incidentFields } from '#lib/kinds/incident/fields.ts';
import { plainDisplay } from '#lib/record/field.ts';
import type { RecordOf, TaskRecord } from '#lib/record/record.ts';
import type { Move } from './rule.ts';

/** SYNC-INC-5, SYNC-INC-6 · The incident's own resolution code, for the note. */
export function ownCode({ resolutionCode }: Pick<RecordOf<'incident'>, 'resolutionCode'>): string {
  const code = plainDisplay(incidentFields.resolutionCode, resolutionCode);
  return code && ` as ${code}`;
}

/** SYNC-INC-5 · Resolution of a case that the incident caused. The note gives the incident's own code. */
export function resolvedWith({
  number,
  resolutionCode,
  resolutionNotes,
  probableCause,
}: Pick<RecordOf<'incident'>, 'number' | 'resolutionCode' | 'resolutionNotes' | 'probableCause'>): Move {
  return {
    state: 'resolved',
    values: {
      resolutionCode: resolutionCode === 'duplicate' ? 'duplicate' : 'fixed_by_incident',
      resolutionNotes,
      probableCause,
      // CASE-2: these notes are not for the customer, even if earlier ones were.
      addResolutionNotesToComments: false,
    },
    note: `${number} was resolved${ownCode({ resolutionCode })}, and its proactive cases with it.`,
    doNotResolveNote,
  };
}

/** SYNC-7 · Note for a case that is marked not to be resolved automatically; null if it can be resolved. */
function doNotResolveNote(target: TaskRecord): string | null {
  if (target.kind !== 'case' || !target.doNotResolve) return null;
  return `This case stays open, as it is not to be resolved automatically: ${target.doNotResolveReason}`;
}
