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
  /** Sends the body without announcing its length. */
  chunked?: boolean;
  /** The body stays incomplete: it lacks the last announced byte, or the final chunk. */
  endless?: boolean;
};

/** A built server in its own process, and its output. */
export interface ServerUnderTest extends AsyncDisposable {
  /** Requests like a program, not a browser. Reads the complete response, or the beginning of a stream. */
  ask: (path: string, asked?: Ask) => Promise<Answer>;
  /** The errors in the log since the last call, one line each. */
  faults: () => string[];
  /** The cookie header for a session. */
  cookieOf: (sid: string) => Promise<string>;
  /** Kills the process at once, in the middle of its work. */
  kill: () => Promise<void>;
}

/** Builds the server if necessary, and starts it on this database; `appUrl` is its public address. */
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

/** The id of an action in the build. */
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
