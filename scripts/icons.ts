// `npm run icons`: draws the icons that components/ui/icon-names.ts names into the one file from which pages use them.
import { writeFileSync } from 'node:fs';
import { iconSprite, SPRITE } from './icon-sprite.ts';

writeFileSync(SPRITE, await iconSprite());
