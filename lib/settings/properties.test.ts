import { describe, expect, test } from 'vitest';
import {
  isPropertyName,
  type PropertyDeclaration,
  type PropertyName,
  parseProperty,
  properties,
  propertyError,
} from './properties.ts';

/** The validation message for a typed text. */
const errorOf = (name: PropertyName, text: string) => propertyError(name, parseProperty(name, text));

const all = Object.entries(properties) as [PropertyName, PropertyDeclaration][];

describe.each(all)('%s', (name, declaration) => {
  test('ADM-1 · its default is a value that it may have', () => {
    expect(propertyError(name, declaration.default)).toBeNull();
    expect(parseProperty(name, String(declaration.default))).toBe(declaration.default);
  });
});

// The defaults in the specification.
test.each([
  ['com.snc.incident.data_lookup_active', true],
  ['proactive_workflows_for_providers.additional_comments_sync', false],
  ['case.autoclose.remind_days', 5],
  ['case.autoclose.days', 10],
  ['incident.autoclose.days', 7],
  ['case.show_similar', true],
  ['change.approval.rule', 'first'],
  ['attachment.max_size_mb', 25],
  ['portal.show_agent_names', false],
  ['sn_customerservice.parent_child_case_sync', false],
  [
    'sn_customerservice.case_fields_to_sync',
    'priority,state,comments,work_notes,assigned_to,close_notes,resolution_code',
  ],
] as const)('ADM-1 · %s is %s to begin with', (name, value) => {
  expect(properties[name].default).toBe(value);
});

// Group names are checked against the database: commands/update-property.db.test.ts.
describe.each(all.filter(([, { type }]) => type !== 'group'))('%s', (name) => {
  test.each(['', 'yes', '1.5', '-1', ' 5', '1e3', '0x10', '9999999999'])('ADM-1 · %j is refused in words', (value) => {
    expect(errorOf(name, value)).toMatch(/^Must be .+\.$/);
  });
});

const integers = all.flatMap(([name, each]) => (each.type === 'integer' ? [{ name, ...each }] : []));

test.each(integers)('ADM-1 · $name is refused below its range', ({ name, min }) => {
  expect(errorOf(name, String(min))).toBeNull();
  expect(errorOf(name, String(min - 1))).toMatch(/whole number/);
});

test('ADM-1 · above the range, the range is named', () => {
  expect(errorOf('attachment.max_size_mb', '100')).toBeNull();
  expect(errorOf('attachment.max_size_mb', '101')).toBe('Must be a whole number from 1 to 100.');
});

const fieldsToSync = (text: string) => errorOf('sn_customerservice.case_fields_to_sync', text);

test.each(['state', 'state,close_notes', 'priority, state ,resolution_code'])(
  'SYNC-MAJ-1, ADM-1 · %j: a state is listed only with the fields that a child needs for it',
  (list) => {
    expect(fieldsToSync(list)).toBe('state may only be in the list together with close_notes and resolution_code.');
    expect(fieldsToSync(`${list},close_notes,resolution_code`)).toBeNull();
  },
);

test('SYNC-MAJ-1, ADM-1 · an unknown name is refused and shown', () => {
  expect(fieldsToSync('priority,nonsense')).toMatch(/^Must be a list of priority, .*: nonsense is none of them\.$/);
  expect(fieldsToSync('short_description,impact,urgency,incident,problem,change_request,caused_by_change')).toBeNull();
  expect(parseProperty('sn_customerservice.case_fields_to_sync', ' priority, impact,,priority ')).toBe(
    'priority,impact',
  );
});

test('ADM-1 · properties of JavaScript objects are no system properties', () => {
  expect(isPropertyName('constructor')).toBe(false);
});
