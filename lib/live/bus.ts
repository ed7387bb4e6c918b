import { randomInt } from 'node:crypto';
import { EventEmitter } from 'node:events';
import pg from 'pg';
import { CHANNEL, type Message, readMessage } from '#lib/announce/message.ts';
import { databaseUrl } from '#lib/platform/env.ts';
import { onStop } from '#lib/platform/lifecycle.ts';
import { log } from '#lib/platform/log.ts';

type Events = {
  message: [Message];
  /** The connection is back. Messages sent during the break are lost, so subscribers must reload. */
  resync: [];
  stop: [];
};

/** The class of the advisory lock that each process holds while it is connected; the key is the process's number. */
export const LOCK_OF_PROCESSES = 72707371;

const FIRST_DELAY = 250;
const LONGEST_DELAY = 10_000;

/** Q-11 · This process's only connection that listens to PostgreSQL; reconnects by itself after an outage. */
class Bus extends EventEmitter<Events> {
  /** This process's number in the database. Its advisory lock there proves that it is alive, and ends with its connection. */
  readonly process = randomInt(2 ** 31);
  #client: pg.Client | null = null;
  #delay = FIRST_DELAY;
  #started = false;
  #listens = false;
  #stopped = false;

  /** Whether no message is being missed now. */
  get listens(): boolean {
    return this.#listens;
  }

  start(): void {
    if (this.#started || this.#stopped) return;
    this.#started = true;
    onStop('live', () => this.stop());
    void this.#connect();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.emit('stop');
    const client = this.#client;
    this.#client = null;
    await client?.end();
  }

  async #connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: databaseUrl(),
      application_name: 'casebridge live',
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    this.#client = client;
    const lost = () => this.#lost(client);
    client.on('error', lost);
    client.on('end', lost);
    client.on('notification', ({ payload }) => {
      const message = readMessage(payload ?? '');
      if (message) this.emit('message', message);
    });
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
      // Shared: after a break PostgreSQL may not have noticed yet that the previous connection is gone.
      await client.query('SELECT pg_advisory_lock_shared($1, $2)', [LOCK_OF_PROCESSES, this.process]);
      this.#delay = FIRST_DELAY;
      this.#listens = true;
      this.emit('resync');
    } catch (error) {
      if (this.#client === client)
        log.error({ err: error }, 'Live updates: the database cannot be listened to, trying again.');
      lost();
    }
  }

  #lost(client: pg.Client): void {
    if (this.#client !== client) return;
    this.#client = null;
    this.#listens = false;
    client.end().catch(() => {});
    if (this.#stopped) return;
    setTimeout(() => void this.#connect(), this.#delay).unref();
    this.#delay = Math.min(this.#delay * 2, LONGEST_DELAY);
  }
}

const cached = globalThis as { casebridgeBus?: Bus };

/** Messages of all processes, this one included. The first call starts listening. */
export function bus(): Bus {
  // Every open browser is a listener, so no listener count indicates a leak.
  cached.casebridgeBus ??= new Bus().setMaxListeners(0);
  cached.casebridgeBus.start();
  return cached.casebridgeBus;
}
