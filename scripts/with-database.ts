// Run by `run.mjs` on the pinned Node: prepares the database like `npm start`, then runs a file of the project on it.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { shareDatabase } from './database.ts';
import { prepare } from './prepare.ts';
import { dropLeash } from './quit.ts';
import { loadDotEnv, readSettings } from './settings.ts';
import { exitWithError } from './user-error.mjs';

async function runWithDatabase([file, ...args]: string[]): Promise<void> {
  loadDotEnv();
  const settings = readSettings(process.env);
  await using database = await shareDatabase(settings, file ?? 'npm run seed');
  const authSecret = await prepare(database, settings);
  if (!file) return;
  const script = path.resolve(file);
  process.env.DATABASE_URL = database.url;
  process.env.DATABASE_OWNER_URL = '';
  process.env.AUTH_SECRET = authSecret;
  process.env.APP_URL = settings.appUrl;
  process.env.CASEBRIDGE_DATA = settings.dataFolder;
  process.argv = [process.execPath, script, ...args];
  // Imported late: its generated client may not have existed before.
  const { closeDb } = await import('#lib/platform/db.ts');
  try {
    await import(pathToFileURL(script).href);
  } finally {
    await closeDb();
  }
}

await runWithDatabase(process.argv.slice(2)).catch(exitWithError);
dropLeash();
