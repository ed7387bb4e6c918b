import { expect, it, test } from 'vitest';
import { taskKindNames, taskKinds } from '#lib/record/kind.ts';
import { theIncidentWith } from '#lib/testing/records.ts';
import { mapFields } from './map-fields.ts';
import { mapDirections } from './mapping.ts';
import { withoutInternalNumbers } from './rules/without-internal-numbers.ts';

it.each([
  ['Same as INC0010001 again', 'Same as incident again'],
  ['Incident INC0010001: mail is late', 'Incident: mail is late'],
  ['See change #CHG0030001, please', 'See change, please'],
  ['(prb0020001) and PRB 0020002', '(problem) and problem'],
  ['RITM0010001 of REQ0010001', 'item of request'],
  ['INC0010001INC0010002', 'incidentincident'],
  ['CS0001001 says so', 'case says so'],
  [
    '**INC0010001** [INC0010001](/workspace/incidents/INC0010001)',
    '**incident** [incident](/workspace/incidents/incident)',
  ],
  ['장애 INC0010001에 대해', '장애 incident에 대해'],
  ['The router INCA-100 and DOCS1234567 stay', 'The router INCA-100 and DOCS1234567 stay'],
])('POR-3, PRO-2 · %j reads %j', (text, expected) => {
  expect(withoutInternalNumbers(text)).toBe(expected);
});

test('POR-3 · of each kind no number is left, and no text grows', () => {
  for (const kind of taskKindNames)
    for (const text of [`${taskKinds[kind].prefix}0001001`, `x: ${taskKinds[kind].prefix}12345678 y`]) {
      const read = withoutInternalNumbers(text);
      expect(read).not.toMatch(/\d/);
      expect(read.length).toBeLessThanOrEqual(text.length);
    }
});

test('PRO-2, POR-3 · a mapped text contains no record number, whichever field it comes from', () => {
  const map = mapDirections.proactive_case;
  const incident = theIncidentWith({ shortDescription: 'INC0010001: late', description: 'Since CHG0030001.' });
  expect(mapFields(map, map.rows, incident)).toMatchObject({
    shortDescription: 'incident: late',
    description: 'Since change.',
  });
  const [first] = map.rows;
  expect(first && mapFields(map, [{ ...first, sourceField: 'number' }], incident)).toEqual({
    shortDescription: 'incident',
  });
});
