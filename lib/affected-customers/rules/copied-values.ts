import type { Case } from '#lib/kinds/case/definition.ts';
import { fieldValue } from '#lib/record/field-value.ts';
import type { Settings } from '#lib/settings/settings.ts';
import { isSynced, syncedFields } from '#lib/sync/synced-fields.ts';

/**
 * MAJ-5 · What every new child case has of its major case: the short description, and the fields that are listed. A journal is no
 * field: what was said before is not copied (MAJ-7).
 */
export function copiedValues(major: Case, settings: Settings): Partial<Case> {
  const fields = ['shortDescription', ...syncedFields(settings)];
  const values = Object.fromEntries(fields.map((field) => [field, fieldValue(major, field)]));
  // SYNC-MAJ-5: a new case can be opened; that a customer was asked something is never copied.
  const state = major.state === 'open' ? 'open' : 'new';
  return { ...values, ...(isSynced(settings, 'state') ? { state } : {}) };
}
