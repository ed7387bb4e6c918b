import type { Case } from '#lib/kinds/case/definition.ts';
import type { SingleLinkName } from '#lib/record/link.ts';
import { isOn, property, type Settings } from '#lib/settings/settings.ts';
import { listOfNames, type SyncedName } from '#lib/settings/synced-names.ts';

/** The fields of a case by the names under which administrators list them; the state moves by its own rule. */
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

/** Every field that a list can name. */
export const everySyncedField = Object.values(fields);

/** SYNC-MAJ-3 · The names of related records, by their fields' links. */
const listedAs = {
  incident: 'incident',
  problem: 'problem',
  change: 'change_request',
  causedByChange: 'caused_by_change',
} as const satisfies Record<SingleLinkName, SyncedName>;

/** SYNC-MAJ-1 · Whether major cases write into their children at all. */
export function childrenAreSynced(settings: Settings): boolean {
  return isOn(settings, 'sn_customerservice.parent_child_case_sync');
}

/** SYNC-MAJ-1 · Whether this is copied from a major case into its children. */
export function isSynced(settings: Settings, name: SyncedName): boolean {
  return listOfNames(property(settings, 'sn_customerservice.case_fields_to_sync')).includes(name);
}

/** SYNC-MAJ-1 · The fields of a case that are copied. */
export function syncedFields(settings: Settings): (typeof everySyncedField)[number][] {
  const names = listOfNames(property(settings, 'sn_customerservice.case_fields_to_sync'));
  return Object.entries(fields).flatMap(([name, field]) => (names.includes(name) ? [field] : []));
}

/** SYNC-MAJ-3 · Whether what a rule writes into a major case about its record goes on to the children that have it too. */
export function isPassedOn(settings: Settings, link: SingleLinkName): boolean {
  return isSynced(settings, listedAs[link]);
}
