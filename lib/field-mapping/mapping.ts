import { caseFields } from '#lib/kinds/case/fields.ts';
import { sourceKinds } from '#lib/kinds/outage-source.ts';
import type { Field } from '#lib/record/field.ts';
import { recordFields, taskFields } from '#lib/record/fields.ts';
import { type TaskKind, taskKinds } from '#lib/record/kind.ts';
import { type Choice, choices } from '#lib/words/choice.ts';

/** A map of a direction: for which records it is, and how it ranks among the others. */
export type FieldMap = {
  id: string;
  name: string;
  conditions: string;
  position: number;
  active: boolean;
  createdAt: Date;
};

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

export type MapFields = Readonly<Record<string, Field>>;

/** A direction: from records of which kinds a new record of which kind is filled, and which fields its maps can name. */
export type MapDirection = {
  label: string;
  sources: readonly TaskKind[];
  target: TaskKind;
  targetFields: MapFields;
  sourceFields: MapFields;
  conditionFields: MapFields;
  /** What is set whatever the maps say, in a sentence. */
  always: string;
  /** Customers read what it fills: it names no internal record. */
  forCustomers?: true;
  /** The rows of the map that every database begins with. */
  rows: readonly FieldMappingRow[];
};

/** In place of a field's name. */
export const FIXED = 'fixed';
export const ALWAYS = 'always';

const asChoices = (fields: MapFields, ...first: [string, string][]): Choice[] =>
  choices(
    [...first, ...Object.entries(fields).map(([name, { label }]): [string, string] => [name, label])].map(
      ([value, label]) => [value, label, value] as const,
    ),
  );

export const targetChoices = (fields: MapFields) => asChoices(fields);
export const sourceChoices = (fields: MapFields) => asChoices(fields, [FIXED, 'Fixed value']);
export const conditionChoices = (fields: MapFields) => asChoices(fields, [ALWAYS, 'Always']);

/** What a map takes values from, in a sentence. */
export const sourceNoun = ({ sources: [only, ...others] }: MapDirection) =>
  only && others.length === 0 ? taskKinds[only].noun.en : 'record';

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
/** What is said of the work, whatever it is. */
const said = { shortDescription, description, impact, urgency, priority };
const copied = { ...said, configurationItemId };
const { channel, probableCause, cause, initiatedAsRequest } = caseFields;

export type DirectionName = 'proactive_case' | 'work_order';

/** ADM-4 · THE table of directions; each has one map or several. */
export const mapDirections: Readonly<Record<DirectionName, MapDirection>> = {
  /** PRO-2 · A case's customer, its record and Proactive itself are the product's. */
  proactive_case: {
    label: 'Incident to proactive case',
    always: 'The customer and the source record are always set.',
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
  /** WO-1 · The customer, the things, the site and the partner of a work order are always those of its case. */
  work_order: {
    label: 'Case to work order',
    always: 'Account, contact, consumer, configuration item, asset, site and partner are always those of the case.',
    sources: ['case'],
    target: 'work_order',
    targetFields: said,
    sourceFields: { number: recordFields.number, ...said, cause, probableCause },
    conditionFields: { impact, urgency, priority, channel, initiatedAsRequest },
    rows: [
      row(10, 'shortDescription'),
      row(20, 'description'),
      row(30, 'impact'),
      row(40, 'urgency'),
      row(50, 'priority'),
    ],
  },
};

export const directionNames = Object.keys(mapDirections) as DirectionName[];

/** What the map is called that every database begins with. */
export const firstMapName = (name: DirectionName) => `Standard ${taskKinds[mapDirections[name].target].noun.en}`;

/** Whether a text names a direction. */
export const isDirection = (name: string): name is DirectionName => Object.hasOwn(mapDirections, name);

/** The fields of all directions, for what shows maps of any; those of one name are alike. */
export const fieldsOfAll = (of: 'targetFields' | 'sourceFields' | 'conditionFields'): MapFields =>
  Object.assign({}, ...directionNames.map((name) => mapDirections[name][of]));
