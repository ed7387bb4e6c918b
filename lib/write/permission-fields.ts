import { normalizeValue } from '#lib/external/values.ts';
import { definitions } from '#lib/kinds/definitions.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import type { AnyRecord } from '#lib/record/record.ts';
import type { Values } from './check-values.ts';

const names = ['accountId', 'contactId', 'consumerId', 'assignmentGroupId', 'assignedToId'] as const;

type AskedFields = Pick<AnyRecord, (typeof names)[number]> & { kind: TaskKind };

/**
 * ACC-5 · The record's proposed customer and assignees, on which permission depends. Read before the values themselves are
 * checked.
 */
export function permissionFields(kind: TaskKind, before: AnyRecord | null, proposed: Values): AskedFields {
  const proposedOrStored = (name: (typeof names)[number]) => {
    const given = proposed[name];
    const field = definitions[kind].fields[name];
    if (given === undefined || !field) return before?.[name] ?? null;
    return String(normalizeValue(field, given) ?? '') || null;
  };
  return {
    kind,
    accountId: proposedOrStored('accountId'),
    contactId: proposedOrStored('contactId'),
    consumerId: proposedOrStored('consumerId'),
    assignmentGroupId: proposedOrStored('assignmentGroupId'),
    assignedToId: proposedOrStored('assignedToId'),
  };
}
