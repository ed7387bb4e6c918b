// The second half of `npm start`, on the pinned Node.
import { buildIfStale } from './build.ts';
import { dropLeash, quitSignal } from './quit.ts';
import { runServer } from './run-server.ts';
import { exitWithError } from './user-error.mjs';
import { startWeb } from './web.ts';

const quit = quitSignal();
const serve = runServer(
  'npm start',
  async (...start) => {
    await buildIfStale(quit);
    return startWeb(...start);
  },
  quit,
);
await serve.catch((error) => {
  if (!quit.aborted) exitWithError(error);
});
dropLeash();
