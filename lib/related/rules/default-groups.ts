import type { PropertyName } from '#lib/property/properties.ts';
import type { TaskKind } from '#lib/task/kind.ts';

/** REL-17 · The property that names the group of a kind of record, where neither its item nor a service does. */
export const defaultGroups: Readonly<Partial<Record<TaskKind, PropertyName>>> = {
  incident: 'incident.default_assignment_group',
  problem: 'problem.default_assignment_group',
  change: 'change.default_assignment_group',
  request: 'request.default_assignment_group',
};

/** What names a proposed group, in words. */
export const groupSources = {
  item: 'by the configuration item',
  service: 'by the service of the configuration item',
  property: 'by default',
} as const;
