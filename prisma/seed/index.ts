// Fills a database: the rows that every database has (ACC-9), the demonstration if requested, and the first administrator.
// `npm start` runs it with SEED set and with exclusive use of the database, and starts afresh after an interruption.

import { ensureConfiguration } from '#lib/configuration/ensure-configuration.ts';
import { closeDb } from '#lib/platform/db.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { ensureFirstAdministrator } from '#lib/sign-in/first-administrator.ts';
import { isEmpty, writeDemo } from './demo.ts';

await transaction(ensureConfiguration);
if (process.env.SEED === 'demo' && (await isEmpty())) {
  const started = performance.now();
  await writeDemo(new Date());
  console.log(`Demonstration written in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
}
const { link } = await ensureFirstAdministrator(process.env);
if (link) console.log(`There is no administrator yet. Make the first one at ${link} (once, within 24 hours).`);
await closeDb();
