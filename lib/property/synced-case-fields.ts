import type { Settings } from './settings.ts';

const NAME = 'sn_customerservice.case_fields_to_sync';
const DEFAULT = 'priority,state,comments,work_notes,assigned_to,close_notes,resolution_code';

/** MAJ-5 · What a child case has of its major case, by the names of ServiceNow: fields, and what is written into journals. */
export function syncedCaseFields({ values }: Settings): readonly string[] {
  return (values.get(NAME) ?? DEFAULT).split(',').map((name) => name.trim());
}
