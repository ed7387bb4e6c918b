// Runs on any Node from 20.9 on: what is wrong with the settings is told before anything is installed.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { UserError } from './user-error.mjs';

/**
 * Fills what the environment leaves open from the file `.env`.
 * @param {string} [file]
 * @param {NodeJS.ProcessEnv} [env]
 */
export function loadDotEnv(file = '.env', env = process.env) {
  if (!existsSync(file)) return;
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [, name, value] = /^\s*(?:export\s+)?(\w+)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (name && value !== undefined) env[name] ??= value.replace(/^(['"])(.*)\1$/, '$2');
  }
}

/**
 * The settings of a start. `databaseUrl` is null for the embedded database; `seedAsked` says that SEED was set.
 * @param {NodeJS.ProcessEnv} env
 */
export function readSettings(env) {
  const port = Number(env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new UserError(`PORT is "${env.PORT}"; it must be a number from 1 to 65535.`);

  const databaseUrl = env.DATABASE_URL || null;
  const seed = env.SEED || (databaseUrl ? 'none' : 'demo');
  if (seed !== 'demo' && seed !== 'none') throw new UserError(`SEED is "${env.SEED}"; it can be "demo" or "none".`);

  if (databaseUrl && !/^postgres(ql)?:$/.test(addressOf('DATABASE_URL', databaseUrl).protocol))
    throw new UserError('DATABASE_URL must begin with postgresql://.');

  const appUrl = addressOf('APP_URL', env.APP_URL || `http://localhost:${port}`);
  if (!/^https?:$/.test(appUrl.protocol)) throw new UserError('APP_URL must begin with https:// or http://.');

  if (env.TRUST_PROXY && env.TRUST_PROXY !== '0' && env.TRUST_PROXY !== '1')
    throw new UserError(`TRUST_PROXY is "${env.TRUST_PROXY}"; it can be "1" or "0".`);

  if (Boolean(env.ADMIN_EMAIL) !== Boolean(env.ADMIN_PASSWORD))
    throw new UserError('ADMIN_EMAIL and ADMIN_PASSWORD must be set together.');

  return {
    port,
    host: env.HOST || '127.0.0.1',
    appUrl: appUrl.origin,
    dataFolder: path.resolve(env.CASEBRIDGE_DATA || '.data'),
    databaseUrl,
    authSecret: env.AUTH_SECRET || null,
    seed: /** @type {'demo' | 'none'} */ (seed),
    seedAsked: Boolean(env.SEED),
  };
}

/** @typedef {ReturnType<typeof readSettings>} Settings */

/**
 * ACC-6: outside the embedded database a secret has no default.
 * @param {Settings} settings
 */
export function requireSecret({ databaseUrl, authSecret }) {
  if (databaseUrl && !authSecret)
    throw new UserError(
      'DATABASE_URL is set but AUTH_SECRET is not: set it to a long random text, the same on every server.',
    );
}

/**
 * @param {string} name
 * @param {string} text
 */
function addressOf(name, text) {
  if (!URL.canParse(text)) throw new UserError(`${name} is not an address: it must look like scheme://host:port/name.`);
  return new URL(text);
}
