import { expect, test } from 'vitest';
import { MAX_SHARED, MAX_TEMPLATES, mayAddTemplate, mayShareAnother, nameIsFree } from './add-template.ts';

test('REC-5 · a person keeps 100 reply templates, and 100 are shared', () => {
  expect(mayAddTemplate({ others: MAX_TEMPLATES - 1 }).ok).toBe(true);
  expect(mayAddTemplate({ others: MAX_TEMPLATES })).toMatchObject({ rule: 'REC-5', field: 'name' });
  expect(mayShareAnother({ others: MAX_SHARED - 1 }).ok).toBe(true);
  expect(mayShareAnother({ others: MAX_SHARED })).toMatchObject({ rule: 'REC-5', field: 'shared' });
});

test('REC-5 · a name that is taken is refused by its name', () => {
  expect(nameIsFree({ name: 'Greeting', taken: false }).ok).toBe(true);
  expect(nameIsFree({ name: 'Greeting', taken: true })).toMatchObject({
    because: 'There is a reply template Greeting already.',
    field: 'name',
  });
});
