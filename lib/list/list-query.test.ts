import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { filterNames, listFilters } from './filters.ts';
import { type ListQuery, listHref, listOf, listText, parseListQuery, withFilter } from './list-query.ts';
import { nextSort } from './sorts.ts';

const ID = '01935f3e-1111-7222-8333-444455556666';

const read = (text: string) => parseListQuery('case', Object.fromEntries(new URLSearchParams(text)));

describe('the address of a list', () => {
  test.each([
    ['', listOf('case')],
    ['state=new,open', listOf('case', { state: ['new', 'open'] })],
    ['assigned=me&active=yes', listOf('case', { assigned: ['me'], active: ['yes'] })],
    [`group=mine&account=${ID}`, listOf('case', { group: ['mine'], account: [ID] })],
    ['q=line+down', { ...listOf('case'), words: 'line down' }],
    ['sort=priority', { ...listOf('case'), sort: { by: 'priority', descending: false } }],
    ['sort=number', { ...listOf('case'), sort: { by: 'number', descending: false } }],
  ] satisfies [string, ListQuery][])('"%s" is read and written back', (text, query) => {
    expect(read(text)).toEqual(query);
    expect(listText(query)).toBe(text);
  });

  test('choices are in table order, once, whether repeated or separated by commas', () => {
    expect(parseListQuery('case', { state: ['open', 'new', 'open'] }).filters.state).toEqual(['new', 'open']);
    expect(listText(parseListQuery('case', { state: ['open', 'new'] }))).toBe('state=new,open');
  });

  test.each([
    'state=nonsense',
    'priority=9',
    'assigned=everybody',
    'group=me',
    'account=1',
    'active=perhaps',
    'sort=password',
    'after=yesterday~1',
    `after=2026-13-45T00%3A00%3A00.000Z~${ID}`,
    `after=2026-02-31T00%3A00%3A00.000Z~${ID}`,
    `before=0000-01-01T00%3A00%3A00.000Z~${ID}`,
    `after=2026-11-21T00%3A00%3A00.000Z~${'-'.repeat(36)}`,
    `after=CS0001001~${ID}`,
    'colour=blue',
    'q=%00',
  ])('%s is left out', (text) => {
    expect(read(text)).toEqual(listOf('case'));
  });

  test('a page keeps filters, words and sort; another filter or sort begins at the first page', () => {
    const query = read(`q=line&state=new&sort=number&after=CS0001050~${ID}`);
    expect(query.page).toEqual({ after: { value: 'CS0001050', id: ID } });
    expect(listHref(query)).toBe(`/workspace/cases?q=line&state=new&sort=number&after=CS0001050%7E${ID}`);
    expect(withFilter(query, 'priority', ['1'])).toMatchObject({
      page: null,
      filters: { state: ['new'], priority: ['1'] },
    });
    expect(withFilter(query, 'state', []).filters).toEqual({});
  });

  test('any query that was read is written and read again the same', () => {
    const params = fc.dictionary(
      fc.constantFrom('q', 'sort', 'after', 'before', ...filterNames),
      fc.oneof(
        fc.string(),
        fc.constantFrom('me', 'mine', 'new,open', '1,2', '-updated', ID, `CS0001001~${ID}`, `3~${ID}`),
      ),
    );
    fc.assert(
      fc.property(params, (given) => {
        const query = parseListQuery('incident', given);
        const again = parseListQuery('incident', Object.fromEntries(new URLSearchParams(listText(query))));
        expect(again).toEqual(query);
      }),
    );
  });

  test('every filter has a label, and every list can be taken apart into its filters', () => {
    for (const name of filterNames) expect(listFilters[name].label).toMatch(/^[A-Z]/);
  });
});

describe('the headings', () => {
  test('times begin with the newest, numbers and priorities with the first; again turns it round', () => {
    const other = { by: 'opened', descending: true } as const;
    expect(nextSort('updated', other)).toEqual({ by: 'updated', descending: true });
    expect(nextSort('priority', other)).toEqual({ by: 'priority', descending: false });
    expect(nextSort('opened', other)).toEqual({ by: 'opened', descending: false });
  });
});
