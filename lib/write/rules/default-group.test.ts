import { describe, expect, test } from 'vitest';
import { defaultGroup, defaultGroupText, type GroupSource, groupSources, type NamedGroup } from './default-group.ts';

const named = (source: GroupSource, works = true): NamedGroup => ({ source, id: source, name: `By ${source}`, works });
const unable = (source: GroupSource) => named(source, false);

describe('default group', () => {
  test.each<[string, NamedGroup[], GroupSource | null]>([
    ['nobody names one', [], null],
    ['the product', [named('product')], 'product'],
    ['the account', [named('account')], 'account'],
    ['the property', [named('property')], 'property'],
    ['the product before the account', [named('account'), named('product')], 'product'],
    ['the account before the property', [named('property'), named('account')], 'account'],
    ['the product before all', groupSources.map((source) => named(source)).reverse(), 'product'],
    ['the next one where the first cannot work the case', [unable('product'), named('account')], 'account'],
    ['the last one where no other can', [unable('product'), unable('account'), named('property')], 'property'],
    ['none where no group can', groupSources.map(unable), null],
  ])('default group · %s', (_what, groups, source) => {
    expect(defaultGroup(groups)?.source ?? null).toBe(source);
  });

  test('default group · the form shows whose default it is', () => {
    const texts = groupSources.map((source) => defaultGroupText({ name: 'Network Support', source }));
    expect(texts).toEqual([
      'Network Support, by the product',
      'Network Support, by the account',
      'Network Support, by default',
    ]);
  });
});
