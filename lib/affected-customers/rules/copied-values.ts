import type { Case } from '#lib/kinds/case/definition.ts';
import { fieldValue } from '#lib/record/field-value.ts';
import type { Settings } from '#lib/settings/settings.ts';
import { isSynced, syncedFields } from '#lib/sync/synced-fields.ts';

/**
 * MAJ-5 · Values that every new child case copies from its major case: the short description and the listed fields. Journals
 * are not copied, so earlier comments stay out (MAJ-7).
 */
export function copiedValues(major: Case, settings: Settings): Partial<Case> {
  const fields = ['shortDescription', ...syncedFields(settings)];
  const values = Object.fromEntries(fields.map((field) => [field, fieldValue(major, field)]));
  // SYNC-MAJ-5: a new case copies the state open; other states, such as waiting for its customer, are never copied.
  const state = major.state === 'open' ? 'open' : 'new';
  return { ...values, ...(isSynced(settings, 'state') ? { state } : {}) };
}
