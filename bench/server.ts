import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { encode } from 'next-auth/jwt';
import { transaction } from '#lib/platform/transaction.ts';
import { SESSION_SECONDS, startSession } from '#lib/session/sessions.ts';
import { buildIfStale } from '../scripts/build.ts';
import { freePort } from '../scripts/port.ts';
import { readSettings } from '../scripts/settings.ts';
import { startWeb } from '../scripts/web.ts';

const SECRET = 'only for the benchmark, where nothing is secret';

/** A built server on a benchmark database. */
export interface Bench extends AsyncDisposable {
  url: string;
  /** The ids of its processes. */
  pids: () => number[];
  /** Creates a session of this user and returns its cookie. */
  signIn: (userId: string) => Promise<string>;
}

type Running = { processes?: string; nodeOptions?: string; smtpUrl?: string };

/** Builds the server if necessary, and starts it on this database. */
export async function serve(
  databaseUrl: string,
  { processes = process.env.WEB_PROCESSES ?? '', nodeOptions = '', smtpUrl = '' }: Running = {},
): Promise<Bench> {
  await buildIfStale();
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const settings = readSettings({
    NODE_ENV: 'production',
    PORT: String(port),
    WEB_PROCESSES: processes,
    DATABASE_URL: databaseUrl,
    APP_URL: url,
  });
  const environment = {
    PORT: String(port),
    DATABASE_URL: databaseUrl,
    AUTH_SECRET: SECRET,
    APP_URL: url,
    NEXTAUTH_URL: url,
    CASEBRIDGE_DATA: mkdtempSync(path.join(os.tmpdir(), 'casebridge-bench-')),
    CASEBRIDGE_BENCH: '1',
    NODE_OPTIONS: nodeOptions,
    SMTP_URL: smtpUrl,
  };
  const web = await startWeb(settings, environment, new AbortController().signal);
  return {
    url,
    pids: web.pids,
    async signIn(userId) {
      const sid = await transaction((tx) => startSession(tx, userId));
      return `next-auth.session-token=${await encode({ secret: SECRET, maxAge: SESSION_SECONDS, token: { sid } })}`;
    },
    [Symbol.asyncDispose]: () => web.stop(),
  };
}

/** The body of a page; throws unless the status is 200. */
export async function pageOf(address: string, cookie: string): Promise<string> {
  const answer = await fetch(address, { headers: { cookie }, redirect: 'manual' });
  if (answer.status !== 200) throw new Error(`${address} answers ${answer.status}.`);
  return answer.text();
}
