import { describe, expect, it, test } from 'vitest';
import { theIncidentWith } from '#lib/testing/records.ts';
import { fillingRows, mapFields } from './map-fields.ts';
import { type FieldMappingRow, mapDirections } from './mapping.ts';
import { rowWords } from './row-words.ts';
import { mappingFits } from './rules/mapping-fits.ts';
import { competingRows } from './rules/row-counts.ts';

const map = mapDirections.proactive_case;
const { sourceFields, targetFields } = map;

const row = (values: Partial<FieldMappingRow>): FieldMappingRow => ({
  targetField: 'shortDescription',
  sourceField: 'shortDescription',
  fixedValue: '',
  conditionField: 'always',
  conditionValue: '',
  position: 10,
  active: true,
  ...values,
});

describe('ADM-4 · a row of the mapping', () => {
  it.each<[string, Partial<FieldMappingRow>, string | null]>([
    ['copies a text', {}, null],
    ['copies the number into a text', { sourceField: 'number' }, null],
    [
      'puts no long text into one line',
      { sourceField: 'description' },
      'Short description cannot hold Description: it takes one line of at most 160 characters, and Description is a text of at most 32,000 characters.',
    ],
    ['puts a text into a long one', { targetField: 'probableCause' }, null],
    [
      'puts no text into a field that is shorter',
      { targetField: 'probableCause', sourceField: 'description' },
      'Probable cause cannot hold Description: it takes a text of at most 4,000 characters, and Description is a text of at most 32,000 characters.',
    ],
    [
      'puts no rating into a text',
      { sourceField: 'impact' },
      'Short description cannot hold Impact: it takes one line of at most 160 characters, and Impact is a choice.',
    ],
    [
      'knows impact from priority',
      { targetField: 'priority', sourceField: 'impact' },
      'Priority cannot hold Impact: it has no choice "1 - High".',
    ],
    ['takes urgency for impact, which has the same choices', { targetField: 'impact', sourceField: 'urgency' }, null],
    ['has a fixed value', { targetField: 'channel', sourceField: 'fixed', fixedValue: 'Proactive' }, null],
    [
      'has a fixed value that is one of the choices',
      { targetField: 'channel', sourceField: 'fixed', fixedValue: 'Pigeon' },
      'Channel is one of Web, Phone, Email, Chat, Social, Proactive.',
    ],
    [
      'has a fixed value that its field can hold',
      { sourceField: 'fixed', fixedValue: 'x'.repeat(161) },
      'Short description has at most 160 characters.',
    ],
    ['has words where the value is fixed', { sourceField: 'fixed' }, 'Write the fixed value.'],
    ['has no value beside a field', { fixedValue: 'x' }, 'Only Fixed value has one: leave it empty.'],
    [
      'fixes nothing that refers to something',
      { targetField: 'configurationItemId', sourceField: 'fixed', fixedValue: 'sdwan' },
      'Configuration item has no fixed value.',
    ],
    [
      'has a fixed value that names no internal record',
      { sourceField: 'fixed', fixedValue: 'As INC0010024 says' },
      'INC0010024 is an internal number: customers would read it.',
    ],
    ['has a condition', { conditionField: 'priority', conditionValue: '1 - Critical' }, null],
    [
      'has a condition that can hold',
      { conditionField: 'priority', conditionValue: 'Red' },
      'Priority is one of 1 - Critical, 2 - High, 3 - Moderate, 4 - Low, 5 - Planning.',
    ],
    ['has no condition value where it always counts', { conditionValue: '1' }, 'Always has no value: leave it empty.'],
    ['fills fields of a case only', { targetField: 'accountId' }, 'Choose a field of the case.'],
    ['reads fields of the record only', { sourceField: 'callerId' }, 'Choose a field of the record, or Fixed value.'],
  ])('%s', (_what, values, because) => {
    const verdict = mappingFits(map, row(values));
    expect(verdict.ok ? null : verdict.because).toBe(because);
  });

  it('is one of those that every database begins with', () => {
    expect(map.rows.map((each) => mappingFits(map, each))).toEqual(map.rows.map(() => ({ ok: true })));
  });

  it('cannot bring a text that its field refuses', () => {
    const pairs = Object.keys(targetFields).flatMap((targetField) =>
      Object.keys(sourceFields).map((sourceField) => row({ targetField, sourceField })),
    );
    const fitting = pairs.filter((each) => mappingFits(map, each).ok);
    expect(fitting.length).toBeGreaterThan(10);
    const longest = (name: string) => {
      const field = { ...sourceFields, ...targetFields }[name];
      return field && 'max' in field ? field.max : 0;
    };
    expect(fitting.filter(({ targetField, sourceField }) => longest(sourceField) > longest(targetField))).toEqual([]);
  });
});

test('PRO-2, ADM-4 · of several rows for a field the first that is active and holds counts', () => {
  const incident = theIncidentWith({ shortDescription: 'The controller is down', impact: 1, priority: 2 });
  const rows = [
    row({ position: 30, sourceField: 'fixed', fixedValue: 'Something is down' }),
    row({
      position: 20,
      sourceField: 'fixed',
      fixedValue: 'Everything is down',
      conditionField: 'impact',
      conditionValue: '1 - High',
    }),
    row({ position: 10, sourceField: 'number', active: false }),
    row({ position: 5, sourceField: 'number', conditionField: 'priority', conditionValue: '1' }),
    row({ targetField: 'channel', sourceField: 'fixed', fixedValue: 'Proactive' }),
    row({ targetField: 'urgency', sourceField: 'impact' }),
  ];
  expect(mapFields(map, rows, incident)).toEqual({
    shortDescription: 'Everything is down',
    channel: 'proactive',
    urgency: 1,
  });
});

test('ADM-4 · the preview names the row that fills a field', () => {
  const incident = theIncidentWith({ impact: 1 });
  const rows = [
    row({ position: 20 }),
    row({ sourceField: 'number', conditionField: 'impact', conditionValue: '1 - High' }),
  ];
  const by = fillingRows(map, rows, incident).get('shortDescription');
  expect(by && rowWords(map, by)).toBe('Order 10: Number, where Impact is 1 - High');
  const other = fillingRows(map, rows, theIncidentWith({ impact: 2 })).get('shortDescription');
  expect(other && rowWords(map, other)).toBe('Order 20: Short description');
});

test('ADM-4 · several active rows for a field each show when they apply', () => {
  const rows = [
    { ...row({ position: 5, targetField: 'channel' }), id: 'alone' },
    { ...row({ position: 10, conditionField: 'impact', conditionValue: '1' }), id: 'first' },
    { ...row({ position: 20 }), id: 'second' },
    { ...row({ position: 30 }), id: 'third' },
    { ...row({ position: 1, active: false }), id: 'off' },
  ];
  expect(Object.fromEntries(competingRows(rows))).toEqual({
    first: 'Counts where it holds',
    second: 'Counts where order 10 does not hold',
    third: 'Never counts: order 20 comes first',
  });
});
