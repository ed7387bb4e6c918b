import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { iconSprite, SPRITE } from '../../scripts/icon-sprite.ts';
import { lucideNames } from './icon-names.ts';

test('icons · the sprite contains exactly the listed names: after a change of either, run npm run icons', async () => {
  expect(readFileSync(SPRITE, 'utf8')).toBe(await iconSprite());
});

test('icons · every icon of the sprite is used', () => {
  const sources = globSync('{app,components,lib}/**/*.{ts,tsx}')
    .filter((file) => !file.endsWith('icon-names.ts') && !file.includes('generated'))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  expect(lucideNames.filter((name) => !new RegExp(`['"]${name}['"]`).test(sources))).toEqual([]);
});
