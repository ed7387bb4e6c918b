import { incidentFields } from '#lib/kinds/incident/fields.ts';
import { plainDisplay } from '#lib/record/field.ts';
import type { RecordOf } from '#lib/record/record.ts';
import { keepsState } from './keeps-state.ts';
import type { Move } from './rule.ts';

/** SYNC-INC-5, SYNC-INC-6 · The incident's own code, which stands in the note. */
export function ownCode({ resolutionCode }: Pick<RecordOf<'incident'>, 'resolutionCode'>): string {
  const code = plainDisplay(incidentFields.resolutionCode, resolutionCode);
  return code && ` as ${code}`;
}

/** SYNC-INC-5 · What the resolution of an incident is for a case that it caused. The incident's own code stands in the note. */
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
      // CASE-2: that former notes were for the customer does not make these so.
      addResolutionNotesToComments: false,
    },
    note: `${number} was resolved${ownCode({ resolutionCode })}, and its proactive cases with it.`,
    keepsState,
  };
}
