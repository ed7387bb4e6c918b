import { expect, it } from 'vitest';
import { listText, parseListQuery } from '#lib/list/list-query.ts';
import { taskKindNames } from '#lib/record/kind.ts';
import { defaultColumns, parseColumns } from './column-names.ts';

it('the address has columns in the chosen order; unknown names are dropped', () => {
  expect(parseColumns('case', 'state,title')).toEqual(['state', 'title']);
  expect(parseColumns('case', 'state,colour,title,state')).toEqual(['state', 'title']);
  for (const none of [null, '', 'colour', 'number']) expect(parseColumns('case', none)).toBeNull();
  const query = parseListQuery('case', { columns: 'title,account', priority: '1' });
  expect(listText(query)).toBe('priority=1&columns=title,account');
});

it.each(taskKindNames)('the usual columns of %s are not written', (kind) => {
  expect(parseColumns(kind, defaultColumns(kind).join())).toBeNull();
  expect(listText(parseListQuery(kind, { columns: defaultColumns(kind).join() }))).toBe('');
});
