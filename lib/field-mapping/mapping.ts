import { caseFields } from '#lib/case/fields.ts';
import { type Choice, choices } from '#lib/task/choice.ts';
import type { Field } from '#lib/task/field.ts';
import { recordFields, taskFields } from '#lib/task/fields.ts';

/** A row of *Incident to proactive case*: from a field of the record, or a fixed value, where the condition holds. */
export type FieldMappingRow = {
  targetField: string;
  sourceField: string;
  fixedValue: string;
  conditionField: string;
  conditionValue: string;
  position: number;
  active: boolean;
};

const { shortDescription, description, impact, urgency, priority, configurationItemId } = taskFields;
const copied = { shortDescription, description, impact, urgency, priority, configurationItemId };
const { channel, probableCause, cause } = caseFields;

/** PRO-2 · The fields of a case that the mapping fills. Its customer, its record and Proactive itself are the product's. */
export const targetFields: Readonly<Record<string, Field>> = { ...copied, channel, cause, probableCause };

/** The fields of an incident, problem or change that it reads. */
export const sourceFields: Readonly<Record<string, Field>> = { number: recordFields.number, ...copied };

/** The fields of a record that a condition may look at. */
export const conditionFields: Readonly<Record<string, Field>> = { impact, urgency, priority };

/** In place of a field's name. */
export const FIXED = 'fixed';
export const ALWAYS = 'always';

const asChoices = (fields: Readonly<Record<string, Field>>, ...first: [string, string][]): Choice[] =>
  choices(
    [...first, ...Object.entries(fields).map(([name, { label }]): [string, string] => [name, label])].map(
      ([value, label]) => [value, label, value] as const,
    ),
  );

export const targetChoices = asChoices(targetFields);
export const sourceChoices = asChoices(sourceFields, [FIXED, 'Fixed value']);
export const conditionChoices = asChoices(conditionFields, [ALWAYS, 'Always']);

const row = (position: number, targetField: string, sourceField = targetField, fixedValue = ''): FieldMappingRow => ({
  targetField,
  sourceField,
  fixedValue,
  conditionField: ALWAYS,
  conditionValue: '',
  position,
  active: true,
});

/** PRO-2 · What every database begins with. */
export const defaultMapping: readonly FieldMappingRow[] = [
  row(10, 'shortDescription'),
  row(20, 'description'),
  row(30, 'channel', FIXED, 'Proactive'),
  row(40, 'impact'),
  row(50, 'urgency'),
  row(60, 'priority'),
  row(70, 'configurationItemId'),
];
