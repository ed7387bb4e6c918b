import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseFields } from '#lib/kinds/case/fields.ts';
import { changeFields } from '#lib/kinds/change/fields.ts';
import { incidentFields } from '#lib/kinds/incident/fields.ts';
import { problemFields } from '#lib/kinds/problem/fields.ts';
import { requestFields } from '#lib/kinds/request/fields.ts';
import { requestedItemFields } from '#lib/kinds/requested-item/fields.ts';
import { type Field, type FieldValue, own } from '#lib/record/field.ts';
import { taskKindNames } from '#lib/record/kind.ts';
import { externalFields } from './names.ts';
import { normalizeValue, readExternal, writeExternal } from './values.ts';

const toTheSecond = (time: Date) => `${time.toISOString().slice(0, 19)}.000Z`;

const times = fc
  .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true })
  .map(toTheSecond);

/** Any value that a field accepts. */
function valuesOf(field: Field): fc.Arbitrary<FieldValue> {
  const perhaps = (some: fc.Arbitrary<FieldValue>) => fc.option(some, { nil: null });
  switch (field.type) {
    case 'text':
    case 'long-text':
      return fc.string({ unit: 'binary' });
    case 'choice':
      return perhaps(fc.constantFrom(...field.choices.map(({ value }) => value)));
    case 'rating':
      return fc.constantFrom(...field.choices.map(({ value }) => Number(value)));
    case 'reference':
      return perhaps(fc.uuid());
    case 'yes-no':
      return fc.boolean();
    case 'date-time':
      return perhaps(times);
    case 'number':
    case 'money':
      return perhaps(fc.integer());
  }
}

/** The value of a text in a field, or the refusal. */
function meaning(field: Field, text: string) {
  const reading = readExternal(field, text);
  return 'value' in reading ? reading.value : reading.refused;
}

describe.each(taskKindNames)('%s', (kind) => {
  it.each(externalFields(kind).map(({ name, field }) => [name, field] as const))(
    'any value of %s survives a round trip through its external form',
    (_name, field) => {
      fc.assert(
        fc.property(valuesOf(field), (value) => {
          expect(meaning(field, writeExternal(field, value))).toBe(value);
        }),
      );
    },
  );

  const chosen = externalFields(kind).flatMap(({ name, field }) =>
    field.type === 'choice' || field.type === 'rating' ? [[name, field] as const] : [],
  );

  it.each(chosen)('every name of a choice of %s means that one alone, in any case', (_name, field) => {
    for (const { value, label, external, alsoAccepts = [] } of field.choices)
      for (const text of [value, label, external, ...alsoAccepts])
        for (const spelled of [text, text.toUpperCase(), ` ${text.toLowerCase()}\t`])
          expect(`${normalizeValue(field, spelled)}`).toBe(value);
  });

  it.each(chosen)('REC-5 · an invalid choice of %s is refused with the names of the choices', (_name, field) => {
    expect(meaning(field, ' Perhaps ')).toEqual({
      ok: false,
      rule: 'REC-5',
      because: `${field.label} cannot be "Perhaps".`,
      field: field.external,
    });
  });
});

/** The external values of choices, by our own. */
const table: readonly [label: string, field: Field, values: Readonly<Record<string, string>>][] = [
  [
    'the state of a case',
    caseFields.state,
    { new: '1', open: '10', awaiting_info: '18', resolved: '6', closed: '3', cancelled: '7' },
  ],
  [
    'a major case state',
    caseFields.majorCaseState,
    { proposed: 'proposed', accepted: 'accepted', rejected: 'rejected', cancelled: 'canceled' },
  ],
  [
    'the resolution code of a case',
    caseFields.resolutionCode,
    { fixed_by_support: 'Solved – Fixed by support', duplicate: 'Duplicate' },
  ],
  [
    'the state of an incident',
    incidentFields.state,
    { new: '1', in_progress: '2', on_hold: '3', resolved: '6', closed: '7', canceled: '8' },
  ],
  [
    'a hold reason',
    incidentFields.holdReason,
    { awaiting_caller: '1', awaiting_problem: '3', awaiting_vendor: '4', awaiting_change: '5' },
  ],
  ['a close code', incidentFields.resolutionCode, { known_error: 'Known error', user_error: 'User error' }],
  [
    'the state of a problem',
    problemFields.state,
    { new: '101', assess: '102', root_cause_analysis: '103', fix_in_progress: '104', resolved: '106', closed: '107' },
  ],
  [
    'the state of a change',
    changeFields.state,
    {
      new: '-5',
      assess: '-4',
      authorize: '-3',
      scheduled: '-2',
      implement: '-1',
      review: '0',
      closed: '3',
      canceled: '4',
    },
  ],
  ['a risk', changeFields.risk, { high: '2', moderate: '3', low: '4' }],
  [
    'the state of a request',
    requestFields.state,
    { requested: 'requested', approved: 'in_process', closed_rejected: 'closed_rejected' },
  ],
  [
    'the state of an item',
    requestedItemFields.state,
    {
      pending: '-5',
      open: '1',
      work_in_progress: '2',
      closed_complete: '3',
      closed_incomplete: '4',
      closed_skipped: '7',
    },
  ],
  ['a stage', requestedItemFields.stage, { waiting_for_approval: 'waiting_for_approval', complete: 'complete' }],
];

it.each(table)('%s has the external value in the table', (_label, field, values) => {
  for (const [value, external] of Object.entries(values)) expect(writeExternal(field, value)).toBe(external);
});

it.each([
  [caseFields.resolutionCode, 'Solved - Fixed by closing related PRB', 'fixed_by_problem'],
  [caseFields.resolutionCode, 'not solved — no customer response', 'no_customer_response'],
  [caseFields.state, 'Canceled', 'cancelled'],
  [caseFields.priority, 'moderate', 3],
  [incidentFields.resolutionCode, 'Solved (Work Around)', 'workaround_provided'],
  [incidentFields.resolutionCode, 'Solved Remotely (Work Around)', 'workaround_provided'],
  [incidentFields.resolutionCode, 'Solved (Permanently)', 'solution_provided'],
  [incidentFields.resolutionCode, 'Solved Remotely (Permanently)', 'solution_provided'],
  [incidentFields.resolutionCode, 'Not Solved (Not Reproducible)', 'no_resolution'],
  [incidentFields.resolutionCode, 'Not Solved (Too Costly)', 'no_resolution'],
  [incidentFields.resolutionCode, 'Closed/Resolved by Caller', 'resolved_by_caller'],
  [incidentFields.state, 'Cancelled', 'canceled'],
  [problemFields.resolutionCode, 'Cancelled', 'canceled'],
  [changeFields.state, 'Cancelled', 'canceled'],
  [requestFields.state, 'closed_canceled', 'closed_cancelled'],
] as const)('%# · %o', (field, text, value) => {
  expect(meaning(field, text)).toBe(value);
});

const id = '01980a5e-7c3b-7d21-9f00-0123456789ab';
const reference: Field = { label: 'Caller', external: 'caller_id', type: 'reference', target: 'person', ...own.form };
const money: Field = { label: 'Price', external: 'price', type: 'money', ...own.form };
const time: Field = { label: 'Due', external: 'due_date', type: 'date-time', ...own.form };
const number: Field = { label: 'Quantity', external: 'quantity', type: 'number', ...own.form };
const yesNo: Field = { label: 'On hold', external: 'on_hold', type: 'yes-no', ...own.form };
const text: Field = { label: 'Notes', external: 'notes', type: 'text', max: 10, ...own.form };

it.each([
  ['a sys_id is the UUID without dashes', reference, id, id.replaceAll('-', '')],
  ['an amount has two decimals', money, 1_234_505, '12345.05'],
  ['a small amount too', money, -7, '-0.07'],
  ['a time is UTC to the second', time, '2026-11-21T03:20:07.123Z', '2026-11-21 03:20:07'],
  ['yes is true', yesNo, true, 'true'],
  ['nothing is empty', number, null, ''],
])('%s', (_title, field, value, external) => {
  expect(writeExternal(field, value)).toBe(external);
});

it.each([
  ['a UUID', reference, id.toUpperCase(), id],
  ['a name, which only the database knows', reference, ' Cora Customer ', 'Cora Customer'],
  ['an amount without decimals', money, '12', 1200],
  ['an ISO time with its zone', time, '2026-11-21T09:05:07+05:45', '2026-11-21T03:20:07.000Z'],
  ['a number with spaces around', number, ' 12 ', 12],
  ['a yes', yesNo, 'Yes', true],
  ['a zero', yesNo, '0', false],
  ['a text with its spaces', text, ' as it is ', ' as it is '],
])('REC-5 · reads %s', (_title, field, given, value) => {
  expect(meaning(field, given)).toBe(value);
});

it.each([
  ['a time without a zone', time, '2026-11-21T03:20'],
  ['a day that no calendar has', time, '2026-02-31 03:20:07'],
  ['half a number', number, '1.5'],
  ['a number that is too long', number, '12345678901234567'],
  ['an amount with three decimals', money, '1.234'],
  ['an amount in words', money, 'free'],
  ['perhaps', yesNo, 'perhaps'],
  ['the name of a property of every object', yesNo, 'constructor'],
])('REC-5 · refuses %s', (_title, field, given) => {
  expect(meaning(field, given)).toMatchObject({ ok: false, rule: 'REC-5', field: field.external });
  expect(normalizeValue(field, given)).toBe(given);
});

it('REC-5 · a value that is not text is left unchanged', () => {
  expect([1, true, null].map((value) => normalizeValue(number, value))).toEqual([1, true, null]);
});
