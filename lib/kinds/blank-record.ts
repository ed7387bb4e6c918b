import type { Field, FieldValue } from '#lib/record/field.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { kindTables } from '#lib/record/kind-table.ts';
import type { AnyRecord, RecordOf } from '#lib/record/record.ts';
import { definitionOf } from './definitions.ts';

const emptyValue = (field: Field): FieldValue =>
  field.type === 'text' || field.type === 'long-text' ? '' : field.type === 'yes-no' ? false : null;

/** The known fields of a new record. */
export type Identity = { id: string; number: string; at: Date; openedById: string | null };

/** A new record of a kind: empty fields and the kind's defaults. */
export function blankRecord<K extends TaskKind>(kind: K, { id, number, at, openedById }: Identity): RecordOf<K> {
  const { fields, defaults } = definitionOf(kind);
  const task: AnyRecord = {
    id,
    kind,
    number,
    shortDescription: '',
    description: '',
    state: '',
    active: true,
    impact: 3,
    urgency: 3,
    priority: 4,
    accountId: null,
    contactId: null,
    consumerId: null,
    configurationItemId: null,
    assignmentGroupId: null,
    assignedToId: null,
    openedAt: at,
    openedById,
    resolvedAt: null,
    resolvedById: null,
    closedAt: null,
    closedById: null,
    correlationId: null,
    createdAt: at,
    updatedAt: at,
    customerUpdatedAt: at,
    version: 1,
  };
  const unset = Object.fromEntries(kindTables[kind].properties.map((name) => [name, null]));
  const own = Object.entries(fields).filter(([, field]) => field.table === 'own');
  const empty = Object.fromEntries(own.map(([name, field]) => [name, emptyValue(field)]));
  // The compiler cannot check the kind's own properties, because their names are data.
  const record: AnyRecord = { ...unset, ...empty, ...task, ...defaults };
  return record as RecordOf<K>;
}
