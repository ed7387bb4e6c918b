import type { PropertyName } from '#lib/property/properties.ts';
import type { TaskKind } from '#lib/task/kind.ts';

/** REL-17 · The property that names the group of a kind of record, where neither its item nor a service does. */
export const defaultGroups: Readonly<Partial<Record<TaskKind, PropertyName>>> = {
  incident: 'incident.default_assignment_group',
  problem: 'problem.default_assignment_group',
  change: 'change.default_assignment_group',
};
