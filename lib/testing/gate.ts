import pg from 'pg';
import { expect, vi } from 'vitest';
import { db } from '#lib/platform/db.ts';
import { databaseUrl } from '#lib/platform/env.ts';

const LOCK = 4711;

/** Only guards against waiting forever. */
export const LONG_TIMEOUT = { timeout: 100_000 };

/** A gate on database tables: while closed, transactions that reach it stop halfway, with rows written. */
export interface Gate {
  close: () => Promise<unknown>;
  open: () => Promise<unknown>;
  stopAt: (table: string, when?: string, each?: string) => Promise<unknown>;
  stopNowhere: (table: string) => Promise<unknown>;
  /** Resolves when a transaction has reached it. */
  reached: () => Promise<unknown>;
  /** Opens the gate after processes were killed; resolves when the database has ended their work. */
  openForTheDead: () => Promise<unknown>;
  end: () => Promise<void>;
}

export async function aGate(): Promise<Gate> {
  const client = new pg.Client({ connectionString: databaseUrl() });
  await client.connect();
  await db().$executeRawUnsafe(`create function wait_at_gate() returns trigger language plpgsql as $$
    begin perform pg_advisory_xact_lock(${LOCK}); return null; end $$`);
  const waiting = async () => {
    const { rowCount } = await client.query(
      `select from pg_locks where locktype = 'advisory' and objid = $1 and not granted
         and database = (select oid from pg_database where datname = current_database())`,
      [LOCK],
    );
    return rowCount ?? 0;
  };
  const open = () => client.query('select pg_advisory_unlock_all()');
  return {
    close: () => client.query('select pg_advisory_lock($1)', [LOCK]),
    open,
    stopAt: (table, when = 'after insert', each = 'for each statement') =>
      db().$executeRawUnsafe(`create trigger gate ${when} on ${table} ${each} execute function wait_at_gate()`),
    stopNowhere: (table) => db().$executeRawUnsafe(`drop trigger gate on ${table}`),
    reached: () => vi.waitFor(async () => expect(await waiting()).toBeGreaterThan(0), LONG_TIMEOUT),
    async openForTheDead() {
      await open();
      await vi.waitFor(async () => {
        const { rowCount } = await client.query(
          `select from pg_stat_activity
           where datname = current_database() and application_name = 'casebridge' and state <> 'idle'`,
        );
        expect([rowCount, await waiting()]).toEqual([0, 0]);
      }, LONG_TIMEOUT);
    },
    end: () => client.end(),
  };
}
