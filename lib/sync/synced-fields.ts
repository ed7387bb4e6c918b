import type { Case } from '#lib/kinds/case/definition.ts';
import type { SingleLinkName } from '#lib/record/link.ts';
import { isOn, property, type Settings } from '#lib/settings/settings.ts';
import { listOfNames, type SyncedName } from '#lib/settings/synced-names.ts';

/** Case fields by the names in the administrator's list; the state has its own rule. */
const fields = {
  priority: 'priority',
  assigned_to: 'assignedToId',
  close_notes: 'resolutionNotes',
  resolution_code: 'resolutionCode',
  short_description: 'shortDescription',
  impact: 'impact',
  urgency: 'urgency',
  incident: 'incidentId',
  problem: 'problemId',
  change_request: 'changeId',
  caused_by_change: 'causedByChangeId',
} as const satisfies Record<Exclude<SyncedName, 'state' | 'comments' | 'work_notes'>, keyof Case>;

/** Fields that the list can name. */
export const everySyncedField = Object.values(fields);

/** SYNC-MAJ-3 · Listed names of related records, by link. */
const listedAs = {
  incident: 'incident',
  problem: 'problem',
  change: 'change_request',
  causedByChange: 'caused_by_change',
} as const satisfies Record<SingleLinkName, SyncedName>;

/** SYNC-MAJ-1 · Whether major cases are copied into their children at all. */
export function childrenAreSynced(settings: Settings): boolean {
  return isOn(settings, 'sn_customerservice.parent_child_case_sync');
}

/** SYNC-MAJ-1 · The settings as they would be with that property on. */
export function withSyncedChildren(settings: Settings): Settings {
  return { ...settings, values: new Map([...settings.values, ['sn_customerservice.parent_child_case_sync', 'true']]) };
}

/** SYNC-MAJ-1 · Whether this field or entry type is copied from a major case into its children. */
export function isSynced(settings: Settings, name: SyncedName): boolean {
  return listOfNames(property(settings, 'sn_customerservice.case_fields_to_sync')).includes(name);
}

/** SYNC-MAJ-1 · Case fields that are copied. */
export function syncedFields(settings: Settings): (typeof everySyncedField)[number][] {
  const names = listOfNames(property(settings, 'sn_customerservice.case_fields_to_sync'));
  return Object.entries(fields).flatMap(([name, field]) => (names.includes(name) ? [field] : []));
}

/** SYNC-MAJ-3 · Whether a record's updates in a major case are passed on to children that have the record too. */
export function isPassedOn(settings: Settings, link: SingleLinkName): boolean {
  return isSynced(settings, listedAs[link]);
}
