import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

interface Secrets {
  AUTH_SECRET: string;
  databasePassword: string;
}

/** The secrets in the embedded database's folder; created at the first start, readable only for the owner. */
export function secretsOf(dataFolder: string): Secrets {
  const file = path.join(dataFolder, 'secrets.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  mkdirSync(dataFolder, { recursive: true });
  const secrets = { AUTH_SECRET: randomText(), databasePassword: randomText() };
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, file);
  return secrets;
}

/** The serving role's password, derived from the superuser's. It reveals neither that one nor the owner's. */
export const applicationPasswordOf = (dataFolder: string) => derivedPassword(dataFolder, 'application role');

/** The password of the role that owns the database. */
export const ownerPasswordOf = (dataFolder: string) => derivedPassword(dataFolder, 'owner role');

function derivedPassword(dataFolder: string, purpose: string): string {
  return createHmac('sha256', secretsOf(dataFolder).databasePassword).update(purpose).digest('base64url');
}

const randomText = () => randomBytes(32).toString('base64url');
