import { expect, it } from 'vitest';
import { relationSettings } from './relation-setting.ts';
import { rowSettings } from './row-setting.ts';

it('IMP-1 · open pages are notified when a dependency or an installed product changes', () => {
  const telling = Object.entries({ ...relationSettings, ...rowSettings }).filter(
    ([, { governsPages }]) => governsPages,
  );
  expect(telling.map(([name]) => name).toSorted()).toEqual([
    'ci-relationship',
    'configuration-item',
    'install-base-item',
  ]);
});
