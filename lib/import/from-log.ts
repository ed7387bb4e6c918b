import { readExternal } from '#lib/external/values.ts';
import { caseFields } from '#lib/kinds/case/fields.ts';
import { incidentFields } from '#lib/kinds/incident/fields.ts';
import type { Field, FieldValue } from '#lib/record/field.ts';
import type { LogRow } from './incident-log.ts';

/** The incident as it stands in the product, as far as a log speaks of it. */
export type RecordSnapshot = {
  state: string;
  holdReason: string | null;
  impact: number;
  urgency: number;
  resolutionCode: string | null;
};

/** What the log says of a field, or that which stands in where it says nothing that is known here. */
function readOr(field: Field, text: string | null, otherwise: string): FieldValue {
  const reading = text === null ? null : readExternal(field, text);
  return reading && 'value' in reading ? reading.value : otherwise;
}

/** The case that a log's first row opens. The log keeps no texts: its categories have to do. */
export function caseFromLog(row: LogRow): Record<string, FieldValue> {
  const about = [row.category, row.subcategory, row.u_symptom].filter((text) => text !== null);
  return {
    shortDescription: about.join(', ') || row.number,
    channel: readOr(caseFields.channel, row.contact_type, 'web'),
    priority: row.priority,
  };
}

/** The product's resolution code for the log's: unknown is no resolution, ours is ours, any other is brought along. */
export function resolutionCodeOf(closedCode: string | null): FieldValue {
  return readOr(incidentFields.resolutionCode, closedCode, closedCode ?? 'no_resolution');
}

/** What a row changes in the incident; nothing where it says what is there already. */
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

/** INC-1 · Waiting for the caller needs a question, and the log has none. */
export function commentFromLog(row: LogRow, snapshot: RecordSnapshot): string | undefined {
  const { holdReason } = row.incident_state;
  const begins = holdReason === 'awaiting_caller' && snapshot.holdReason !== holdReason;
  return begins ? 'Imported: waiting for the caller.' : undefined;
}
