import { caseFields } from '#lib/kinds/case/fields.ts';
import { sourceKinds } from '#lib/kinds/outage-source.ts';
import type { Field } from '#lib/record/field.ts';
import { recordFields, taskFields } from '#lib/record/fields.ts';
import { type TaskKind, taskKinds } from '#lib/record/kind.ts';
import { type Choice, choices } from '#lib/words/choice.ts';

/** A map of a direction: its conditions, and its rank among the others. */
export type FieldMap = {
  id: string;
  name: string;
  conditions: string;
  position: number;
  active: boolean;
  createdAt: Date;
};

/** A row of a map: fills a field from a source field, or with a fixed value, if the condition is true. */
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

/** A direction: its source kinds, its target kind, and the fields that its maps can name. */
export type MapDirection = {
  label: string;
  sources: readonly TaskKind[];
  target: TaskKind;
  targetFields: MapFields;
  sourceFields: MapFields;
  conditionFields: MapFields;
  /** A sentence about the fields that are always set, whatever the maps say. */
  always: string;
  /** Customers read the filled fields, so they must not name internal records. */
  forCustomers?: true;
  /** The rows of the map in a new database. */
  rows: readonly FieldMappingRow[];
};

/** Stored instead of a field's name. */
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

/** Names the source kinds in a sentence. */
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
/** Fields that describe the work, for every direction. */
const said = { shortDescription, description, impact, urgency, priority };
const copied = { ...said, configurationItemId };
const { channel, probableCause, cause, initiatedAsRequest } = caseFields;

export type DirectionName = 'proactive_case' | 'work_order';

/** ADM-4 · THE table of directions. Each has one map or several. */
export const mapDirections: Readonly<Record<DirectionName, MapDirection>> = {
  /** PRO-2 · The product sets the customer, the record and Proactive of a case. */
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
  /** WO-1 · A work order always gets its customer, things, site and partner from its case. */
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

/** The name of the map in a new database. */
export const firstMapName = (name: DirectionName) => `Standard ${taskKinds[mapDirections[name].target].noun.en}`;

export const isDirection = (name: string): name is DirectionName => Object.hasOwn(mapDirections, name);

/** The fields of all directions, for pages that show all maps. Fields with the same name are alike. */
export const fieldsOfAll = (of: 'targetFields' | 'sourceFields' | 'conditionFields'): MapFields =>
  Object.assign({}, ...directionNames.map((name) => mapDirections[name][of]));
