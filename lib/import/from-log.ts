import { readExternal } from '#lib/external/values.ts';
import { caseFields } from '#lib/kinds/case/fields.ts';
import { incidentFields } from '#lib/kinds/incident/fields.ts';
import type { Field, FieldValue } from '#lib/record/field.ts';
import type { LogRow } from './incident-log.ts';

/** The fields of the stored incident that a log can change. */
export type RecordSnapshot = {
  state: string;
  holdReason: string | null;
  impact: number;
  urgency: number;
  resolutionCode: string | null;
};

/** The field's value in the log, or the default if the log has none or an unknown one. */
function readOr(field: Field, text: string | null, otherwise: string): FieldValue {
  const reading = text === null ? null : readExternal(field, text);
  return reading && 'value' in reading ? reading.value : otherwise;
}

/** The case that a log's first row opens. The log has no texts, so its categories become the short description. */
export function caseFromLog(row: LogRow): Record<string, FieldValue> {
  const about = [row.category, row.subcategory, row.u_symptom].filter((text) => text !== null);
  return {
    shortDescription: about.join(', ') || row.number,
    channel: readOr(caseFields.channel, row.contact_type, 'web'),
    priority: row.priority,
  };
}

/** The resolution code for the log's code: missing is no resolution, a known code is ours, any other is imported as it is. */
export function resolutionCodeOf(closedCode: string | null): FieldValue {
  return readOr(incidentFields.resolutionCode, closedCode, closedCode ?? 'no_resolution');
}

/** The changes of the incident in a row; empty if nothing changes. */
export function changeFromLog(row: LogRow, snapshot: RecordSnapshot): Record<string, FieldValue> {
  const { state, holdReason } = row.incident_state;
  const ended = state === 'resolved' || state === 'closed';
  const proposed: Record<string, FieldValue> = { state, holdReason, impact: row.impact, urgency: row.urgency };
  const resolutionCode = resolutionCodeOf(row.closed_code);
  const change = Object.fromEntries(
    Object.entries(proposed).filter(([name, value]) => snapshot[name as keyof RecordSnapshot] !== value),
  );
  if (!ended || (change.state === undefined && snapshot.resolutionCode === resolutionCode)) return change;
  return { ...change, resolutionCode, resolutionNotes: 'Imported.' };
}

/** INC-1 · Waiting for the caller needs a question, but the log has none. */
export function commentFromLog(row: LogRow, snapshot: RecordSnapshot): string | undefined {
  const { holdReason } = row.incident_state;
  const begins = holdReason === 'awaiting_caller' && snapshot.holdReason !== holdReason;
  return begins ? 'Imported: waiting for the caller.' : undefined;
}
