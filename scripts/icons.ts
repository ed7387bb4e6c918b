// `npm run icons`: draws the icons of components/ui/icon-names.ts into the one file that pages use.
import { writeFileSync } from 'node:fs';
import { iconSprite, SPRITE } from './icon-sprite.ts';

writeFileSync(SPRITE, await iconSprite());
