// The second half of `npm start`, on the pinned Node.
import { buildIfStale } from './build.ts';
import { openDatabase } from './database.ts';
import { makeOwnerOnly } from './owner-only.ts';
import { requireFreePort } from './port.ts';
import { prepare } from './prepare.ts';
import { dropLeash, quitSignal } from './quit.ts';
import { loadDotEnv, readSettings, requireSecret, warnings } from './settings.ts';
import { exitWithError, UserError } from './user-error.mjs';
import { startWeb } from './web.ts';

async function serve(quit: AbortSignal): Promise<void> {
  loadDotEnv();
  const settings = readSettings(process.env);
  requireSecret(settings);
  for (const warning of warnings(process.env)) console.warn(`casebridge: ${warning}`);
  await requireFreePort(settings.port, settings.host);
  await using database = await openDatabase(settings);
  makeOwnerOnly(settings.dataFolder);
  const authSecret = await prepare(database, settings, quit);
  await buildIfStale(quit);
  const environment = {
    DATABASE_URL: database.url,
    // Who serves does not know how to become the owner.
    DATABASE_OWNER_URL: '',
    AUTH_SECRET: authSecret,
    APP_URL: settings.appUrl,
    NEXTAUTH_URL: settings.appUrl,
    CASEBRIDGE_DATA: settings.dataFolder,
  };
  const web = await startWeb(settings, environment, quit);
  console.log(`Casebridge runs at ${settings.appUrl}`);

  const askedToQuit = new Promise<'quit'>((resolve) => {
    if (quit.aborted) resolve('quit');
    else quit.addEventListener('abort', () => resolve('quit'), { once: true });
  });
  const first = await Promise.race([web.ended, askedToQuit]);
  if (first === 'quit') await web.stop();
  else throw new UserError(`The server ended by itself (exit code ${first}): see the lines above.`);
}

const quit = quitSignal();
await serve(quit).catch((error) => {
  if (!quit.aborted) exitWithError(error);
});
dropLeash();
