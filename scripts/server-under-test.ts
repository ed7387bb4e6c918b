import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';
import { encode } from 'next-auth/jwt';
import { buildIfStale } from './build.ts';
import { freePort } from './port.ts';

const SECRET = 'only for tests, where nothing is secret at all';

export type Answer = { status: number; headers: IncomingHttpHeaders; text: string };

export type Ask = {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
  /** Without a length: nobody knows how much comes. */
  chunked?: boolean;
  /** The body never comes to its end: it lacks a byte of what was announced, or its last part. */
  endless?: boolean;
};

/** A built server in a process of its own, and what it says. */
export interface ServerUnderTest extends AsyncDisposable {
  /** Asks like a program, not a browser, and reads the answer to its end, or of a stream the beginning. */
  ask: (path: string, asked?: Ask) => Promise<Answer>;
  /** The faults that its log tells since this was asked last, one line each. */
  faults: () => string[];
  /** The header that says who is signed in by this session. */
  cookieOf: (sid: string) => Promise<string>;
  /** Ends it at once, in the middle of whatever it is at. */
  kill: () => Promise<void>;
}

/** Builds the server if it is not built, and starts it on this database; `appUrl` is the address that people use. */
export async function startServerUnderTest(databaseUrl: string, appUrl?: string): Promise<ServerUnderTest> {
  await buildIfStale();
  const port = await freePort();
  const address = appUrl ?? `http://localhost:${port}`;
  const server = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'start', '-p', `${port}`], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      LOG_LEVEL: 'info',
      DATABASE_URL: databaseUrl,
      AUTH_SECRET: SECRET,
      APP_URL: address,
      NEXTAUTH_URL: address,
    },
  });
  let log = '';
  for (const output of [server.stdout, server.stderr]) output.on('data', (part: Buffer) => (log += part));
  const ask = (path: string, asked: Ask = {}) => answerTo(port, path, asked);
  const hasEnded = () => server.exitCode !== null || server.signalCode !== null;
  async function end(by: NodeJS.Signals): Promise<void> {
    server.kill(by);
    if (!hasEnded()) await once(server, 'exit');
  }
  while ((await ask('/api/ready').catch(() => null))?.status !== 200)
    if (hasEnded()) throw new Error(`The server ended: ${log}`);
  return {
    ask,
    faults() {
      const told = log.split('\n');
      log = '';
      return told.filter((line) => /"level":"(error|fatal)"|^\s+at |Uncaught|Unhandled/.test(line));
    },
    async cookieOf(sid) {
      const name = `${address.startsWith('https') ? '__Secure-' : ''}next-auth.session-token`;
      return `${name}=${await encode({ secret: SECRET, token: { sid } })}`;
    },
    kill: () => end('SIGKILL'),
    [Symbol.asyncDispose]: () => end('SIGTERM'),
  };
}

type Manifest = { node: Record<string, { exportedName: string }> };

/** The id that the build gave to an action. */
export function actionId(name: string): string {
  const { node }: Manifest = JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8'));
  const [id = ''] = Object.entries(node).find(([, { exportedName }]) => exportedName === name) ?? [];
  return id;
}

async function answerTo(port: number, path: string, { method = 'GET', headers = {}, body, chunked, endless }: Ask) {
  const announced = body === undefined || chunked ? null : Buffer.byteLength(body) + (endless ? 1 : 0);
  const length = announced === null ? {} : { 'content-length': announced };
  const asked = request({
    port,
    path,
    method,
    headers: { ...headers, ...length },
    agent: false,
    maxHeaderSize: 65_536,
  });
  if (endless) asked.write(body);
  else asked.end(body);
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  const { statusCode: status = 0, headers: said } = answer;
  const parts: Buffer[] = [];
  for await (const part of answer) {
    parts.push(part);
    if (said['content-type']?.startsWith('text/event-stream')) break;
  }
  asked.destroy();
  return { status, headers: said, text: Buffer.concat(parts).toString() };
}
