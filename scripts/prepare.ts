import { type OpenDatabase, recreateDatabase } from './database.ts';
import { generateIfStale } from './generate.ts';
import { migrate } from './migrate.ts';
import { migrateQueue } from './queue-tables.ts';
import { demoIsUnfinished, seed } from './seed.ts';
import { grantServingRights } from './serving-rights.ts';
import { withSetUpLock } from './set-up-lock.ts';
import { type Settings, userOf } from './settings.ts';
import { signingSecret } from './signing-secret.ts';
import { UserError } from './user-error.mjs';

/**
 * Prepares a database for serving: schema, queue, rows. Returns the secret that signs cookies. Several servers may do this
 * at the same time.
 */
export async function prepare(database: OpenDatabase, settings: Settings, signal?: AbortSignal): Promise<string> {
  await generateIfStale(signal);
  const { url, ownerUrl } = database;
  if (await withSetUpLock(ownerUrl, demoIsUnfinished)) {
    if (!database.embedded)
      throw new UserError(
        'An earlier start was interrupted while it wrote the demo data: start with an empty database.',
      );
    await recreateDatabase(ownerUrl);
  }
  const wish = { content: settings.seed, asked: settings.seedAsked } as const;
  return withSetUpLock(ownerUrl, async (client) => {
    await migrate(client);
    await migrateQueue(ownerUrl);
    if (url !== ownerUrl) await grantServingRights(client, userOf(url));
    await seed(client, url, wish, { appUrl: settings.appUrl, signal });
    // The embedded database's generated secret is random already.
    return settings.authSecret ? signingSecret(client, settings.authSecret) : database.authSecret;
  });
}
