// `npm run build`: builds what `npm start` would build when its sources have changed.
import { buildIfStale } from './build.ts';
import { generateIfStale } from './generate.ts';
import { dropLeash, quitSignal } from './quit.ts';
import { exitWithError } from './user-error.mjs';

async function build(signal: AbortSignal): Promise<void> {
  await generateIfStale(signal);
  await buildIfStale(signal);
  console.log('The server is built.');
}

await build(quitSignal()).catch(exitWithError);
dropLeash();
