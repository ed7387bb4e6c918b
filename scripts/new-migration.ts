// `npm run migration -- NAME`: writes the migration from what the earlier ones make to what the schema says.
import { mkdirSync, writeFileSync } from 'node:fs';
import { schemaDifference } from './schema-difference.ts';
import { exitWithError, UserError } from './user-error.mjs';

async function writeMigration(name: string | undefined): Promise<void> {
  if (!name || !/^[a-z0-9_]+$/.test(name))
    throw new UserError('Name the migration in small letters: npm run migration -- add_hold_reason.');
  const sql = await schemaDifference();
  if (!sql) throw new UserError('The migrations make this schema already: there is nothing to write.');
  const time = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = `prisma/migrations/${time}_${name}`;
  mkdirSync(folder);
  writeFileSync(`${folder}/migration.sql`, sql);
  console.log(`${folder}/migration.sql`);
}

await writeMigration(process.argv[2]).catch(exitWithError);
