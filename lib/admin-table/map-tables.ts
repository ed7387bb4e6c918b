import {
  conditionChoices,
  directionNames,
  fieldsOfAll,
  mapDirections,
  sourceChoices,
  targetChoices,
} from '#lib/field-mapping/mapping.ts';
import { choices } from '#lib/words/choice.ts';
import type { AdminTable } from './admin-tables.ts';
import type { Column } from './column.ts';
import { name } from './configuration-tables.ts';

const active = { label: 'Active', type: 'boolean', default: 'true' } as const satisfies Column;

const position = {
  label: 'Order',
  type: 'integer',
  min: 0,
  max: 9_999,
  default: '100',
  required: true,
} as const satisfies Column;

/** The page that adds the row sets it with the first save. */
const direction = {
  label: 'For',
  type: 'choice',
  choices: choices(directionNames.map((each) => [each, mapDirections[each].label, each])),
  default: '',
  required: true,
  unlisted: true,
  fixed: true,
} as const satisfies Column;

/** ADM-4, WO-1 · The maps of all directions, and their rows. */
export const mapTables = {
  'field-map': {
    dbTable: 'field_maps',
    noun: 'field map',
    plural: 'Field maps',
    columns: {
      name,
      direction,
      conditions: { label: 'Only where', type: 'conditions', fields: fieldsOfAll('conditionFields') },
      position: { ...position, hint: 'Of the maps whose conditions are met, the one with the highest order is used.' },
      active,
    },
    page: '/admin/field-mappings',
    orderedBy: 'position',
    deactivationWarning: 'New records are filled by another map, or by none. Existing records stay as they are.',
  },
  'field-mapping': {
    dbTable: 'field_mappings',
    noun: 'mapped field',
    plural: 'Mapped fields',
    columns: {
      targetField: {
        label: 'Field',
        type: 'choice',
        choices: targetChoices(fieldsOfAll('targetFields')),
        default: 'shortDescription',
        required: true,
      },
      sourceField: {
        label: 'Takes over',
        type: 'choice',
        choices: sourceChoices(fieldsOfAll('sourceFields')),
        default: 'shortDescription',
        required: true,
      },
      fixedValue: { label: 'Fixed value', type: 'text', max: 4_000 },
      conditionField: {
        label: 'Only where',
        type: 'choice',
        choices: conditionChoices(fieldsOfAll('conditionFields')),
        default: 'always',
        required: true,
      },
      conditionValue: {
        label: 'is',
        type: 'text',
        max: 40,
        hint: 'Such as 1 - High. Leave empty if it always applies.',
      },
      position: { ...position, hint: 'If a field has several, the first one that matches applies.' },
      active,
      direction,
      mapId: {
        label: 'Field map',
        type: 'reference',
        target: 'field-map',
        required: true,
        unlisted: true,
        fixed: true,
      },
    },
    orderedBy: 'position',
    deactivationWarning: 'New records are filled without it. Existing records stay as they are.',
  },
} as const satisfies Record<string, AdminTable>;
