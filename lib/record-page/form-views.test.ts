import { expect, test } from 'vitest';
import { definitions } from '#lib/kinds/definitions.ts';
import { DEFAULT_VIEW, sectionsOf, viewsOf } from './form-views.ts';

const form = [
  { heading: 'Order', fields: ['state'] },
  { heading: 'Customer', fields: ['accountId'], view: 'Case' },
  { heading: 'Assignment', fields: ['assignedToId'] },
];

test('a form with a section of a view has that view beside the first one', () => {
  expect(viewsOf(form)).toEqual([DEFAULT_VIEW, 'Case']);
  expect(sectionsOf(form, DEFAULT_VIEW).map(({ heading }) => heading)).toEqual(['Order', 'Assignment']);
  expect(sectionsOf(form, 'Case').map(({ heading }) => heading)).toEqual(['Order', 'Customer', 'Assignment']);
});

test.each(Object.values(definitions))('$kind · fields without a view are in all views', ({ form: own }) => {
  for (const view of viewsOf(own))
    expect(sectionsOf(own, view)).toEqual(expect.arrayContaining(own.filter((section) => !section.view)));
});
