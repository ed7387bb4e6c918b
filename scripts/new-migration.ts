// `npm run migration -- NAME`: writes a migration from the result of the earlier ones to the current schema and states.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { migrationTime } from './migration-time.ts';
import { schemaDifference } from './schema-difference.ts';
import { statesDifference } from './states-sql.ts';
import { exitWithError, UserError } from './user-error.mjs';

async function writeMigration(name: string | undefined): Promise<void> {
  if (!name || !/^[a-z0-9_]+$/.test(name))
    throw new UserError('Name the migration in small letters: npm run migration -- add_hold_reason.');
  // A new kind cannot be used in the transaction that adds it, so its states follow in a second migration.
  const parts = { [name]: await schemaDifference(), [`${name}_states`]: statesDifference() };
  if (Object.values(parts).every((sql) => sql === null))
    throw new UserError('The migrations make this schema already: there is nothing to write.');
  const time = migrationTime(readdirSync('prisma/migrations'), new Date());
  for (const [called, sql] of Object.entries(parts)) {
    if (sql === null) continue;
    const folder = `prisma/migrations/${time}_${called}`;
    mkdirSync(folder);
    writeFileSync(`${folder}/migration.sql`, sql);
    console.log(`${folder}/migration.sql`);
  }
}

await writeMigration(process.argv[2]).catch(exitWithError);
