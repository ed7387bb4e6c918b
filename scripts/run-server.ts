import { openDatabase } from './database.ts';
import { makeOwnerOnly } from './owner-only.ts';
import { requireFreePort } from './port.ts';
import { prepare } from './prepare.ts';
import { loadDotEnv, readSettings, requireSecret, type Settings, warnings } from './settings.ts';
import { UserError } from './user-error.mjs';

/** A running web server. */
export interface WebServer {
  /** Resolves with an exit code when it has ended. */
  ended: Promise<number>;
  stop: () => Promise<void>;
}

type Start = (settings: Settings, environment: Record<string, string>, quit: AbortSignal) => Promise<WebServer>;

/** Prepares the database, starts the web server on it, and stops both on request. `purpose` is the command to name. */
export async function runServer(purpose: string, start: Start, quit: AbortSignal): Promise<void> {
  loadDotEnv();
  const settings = readSettings(process.env);
  requireSecret(settings);
  for (const warning of warnings(process.env)) console.warn(`casebridge: ${warning}`);
  await requireFreePort(settings.port, settings.host);
  await using database = await openDatabase(settings, purpose);
  makeOwnerOnly(settings.dataFolder);
  const authSecret = await prepare(database, settings, quit);
  const environment = {
    DATABASE_URL: database.url,
    // The serving process does not get the owner's address.
    DATABASE_OWNER_URL: '',
    AUTH_SECRET: authSecret,
    APP_URL: settings.appUrl,
    NEXTAUTH_URL: settings.appUrl,
    CASEBRIDGE_DATA: settings.dataFolder,
  };
  const web = await start(settings, environment, quit);
  console.log(`Casebridge runs at ${settings.appUrl}`);

  const askedToQuit = new Promise<'quit'>((resolve) => {
    if (quit.aborted) resolve('quit');
    else quit.addEventListener('abort', () => resolve('quit'), { once: true });
  });
  const first = await Promise.race([web.ended, askedToQuit]);
  if (first === 'quit') await web.stop();
  else throw new UserError(`The server ended by itself (exit code ${first}): see the lines above.`);
}
