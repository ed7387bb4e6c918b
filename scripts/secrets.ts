import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

interface Secrets {
  AUTH_SECRET: string;
  databasePassword: string;
}

/** The secrets of the embedded database's folder; made at the first start, readable by the owner only. */
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

/** The password of the product's own role: it follows from the superuser's, and does not lead back to it. */
export function applicationPasswordOf(dataFolder: string): string {
  const { databasePassword } = secretsOf(dataFolder);
  return createHmac('sha256', databasePassword).update('application role').digest('base64url');
}

const randomText = () => randomBytes(32).toString('base64url');
