import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from './port.ts';

/** A server that was started by `npm start`. */
export interface StartedServer {
  url: string;
  /** The log entries of all its processes so far. */
  log: () => Record<string, unknown>[];
  /** Asks it to end, and returns its exit code when it has ended. */
  stop: () => Promise<number>;
}

/** Runs `npm start` with these variables until it reports that it runs; none is read from `.env`. */
export async function startWithNpm(variables: Record<string, string>): Promise<StartedServer> {
  const port = await freePort();
  const place = {
    PORT: String(port),
    HOST: '',
    APP_URL: '',
    DATABASE_URL: '',
    DATABASE_OWNER_URL: '',
    LOG_LEVEL: 'info',
    SEED: 'none',
  };
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    env: { ...process.env, NODE_ENV: 'production', ...place, ...variables },
  });
  const told = { all: '', log: '' };
  const closed = once(child, 'close');
  const running = new Promise<void>((resolve, reject) => {
    const hear = (part: Buffer) => {
      told.all += part;
      if (told.all.includes('Casebridge runs at')) resolve();
    };
    child.stdout.on('data', hear).on('data', (part: Buffer) => {
      told.log += part;
    });
    child.stderr.on('data', hear);
    child.on('close', () => reject(new Error(`It ended before it ran:\n${told.all}`)));
  });
  await running;
  return {
    url: `http://127.0.0.1:${port}`,
    log: () => entriesOf(told.log),
    async stop() {
      child.kill('SIGTERM');
      const [code] = await closed;
      return code;
    },
  };
}

function entriesOf(text: string): Record<string, unknown>[] {
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  return whole
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
}
