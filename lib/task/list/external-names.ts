import { columnName } from '#lib/platform/column-name.ts';
import type { TaskKind } from '../kind.ts';

/** Spec 14 · What a field is called outside where that is not its own name in snake case, without the end of a reference. */
const renamed: Readonly<Record<string, string>> = {
  configurationItemId: 'cmdb_ci',
  callerId: 'caller_id',
  serviceId: 'business_service',
  channel: 'contact_type',
  installBaseItemId: 'install_base_item',
  resolutionNotes: 'close_notes',
};

const renamedIn: Readonly<Partial<Record<TaskKind, Readonly<Record<string, string>>>>> = {
  incident: { resolutionCode: 'close_code' },
};

/** What a field of a kind is called in exports and imports. */
export function externalName(kind: TaskKind, field: string): string {
  return renamedIn[kind]?.[field] ?? renamed[field] ?? columnName(field.replace(/Id$/, ''));
}
