import { caseFields } from '#lib/case/fields.ts';
import { sourceKinds } from '#lib/proactive/source.ts';
import { type Choice, choices } from '#lib/task/choice.ts';
import type { Field } from '#lib/task/field.ts';
import { recordFields, taskFields } from '#lib/task/fields.ts';
import type { TaskKind } from '#lib/task/kind.ts';

/** A row of a map: a field is filled from a field of the record, or with a fixed value, where the condition holds. */
export type FieldMappingRow = {
  targetField: string;
  sourceField: string;
  fixedValue: string;
  conditionField: string;
  conditionValue: string;
  position: number;
  active: boolean;
};

type Fields = Readonly<Record<string, Field>>;

/** A map: from records of which kinds a new record of which kind is filled, and which fields can stand in its rows. */
export type FieldMap = {
  label: string;
  sources: readonly TaskKind[];
  target: TaskKind;
  targetFields: Fields;
  sourceFields: Fields;
  conditionFields: Fields;
  /** Customers read what it fills: it names no internal record. */
  forCustomers?: true;
  /** What every database begins with. */
  rows: readonly FieldMappingRow[];
};

/** In place of a field's name. */
export const FIXED = 'fixed';
export const ALWAYS = 'always';

const asChoices = (fields: Readonly<Record<string, Field>>, ...first: [string, string][]): Choice[] =>
  choices(
    [...first, ...Object.entries(fields).map(([name, { label }]): [string, string] => [name, label])].map(
      ([value, label]) => [value, label, value] as const,
    ),
  );

export const targetChoices = ({ targetFields }: FieldMap) => asChoices(targetFields);
export const sourceChoices = ({ sourceFields }: FieldMap) => asChoices(sourceFields, [FIXED, 'Fixed value']);
export const conditionChoices = ({ conditionFields }: FieldMap) => asChoices(conditionFields, [ALWAYS, 'Always']);

const row = (position: number, targetField: string, sourceField = targetField, fixedValue = ''): FieldMappingRow => ({
  targetField,
  sourceField,
  fixedValue,
  conditionField: ALWAYS,
  conditionValue: '',
  position,
  active: true,
});

const { shortDescription, description, impact, urgency, priority, configurationItemId } = taskFields;
const copied = { shortDescription, description, impact, urgency, priority, configurationItemId };
const { channel, probableCause, cause } = caseFields;

export type MapName = 'proactive_case';

/** ADM-4 · THE table of maps. */
export const fieldMaps: Readonly<Record<MapName, FieldMap>> = {
  /** PRO-2 · A case's customer, its record and Proactive itself are the product's. */
  proactive_case: {
    label: 'Incident to proactive case',
    sources: sourceKinds,
    target: 'case',
    targetFields: { ...copied, channel, cause, probableCause },
    sourceFields: { number: recordFields.number, ...copied },
    conditionFields: { impact, urgency, priority },
    forCustomers: true,
    rows: [
      row(10, 'shortDescription'),
      row(20, 'description'),
      row(30, 'channel', FIXED, 'Proactive'),
      row(40, 'impact'),
      row(50, 'urgency'),
      row(60, 'priority'),
      row(70, 'configurationItemId'),
    ],
  },
};

export const mapNames = Object.keys(fieldMaps) as MapName[];
