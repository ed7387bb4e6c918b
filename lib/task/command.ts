import { AsyncLocalStorage } from 'node:async_hooks';
import { publish } from '#lib/live/publish.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { readSettings } from '#lib/property/settings.ts';
import { tell } from '#lib/sync/tell.ts';
import { namedRecords } from './named-records.ts';
import type { Run } from './run.ts';

/** What a command made, and how many other records the rules told of it (SYNC-3). */
export type Outcome<T> = { value: T; told: number };

const besides = new AsyncLocalStorage<(run: Run) => Promise<void>>();

/** Runs commands that each write something more in their own transaction: how far a replay has come. */
export function alongside<T>(more: (run: Run) => Promise<void>, work: () => Promise<T>): Promise<T> {
  return besides.run(more, work);
}

/** SYNC-0 · Runs a command in one transaction: what `work` writes, what the rules tell others, and the announcement. */
export function runCommand<T>(actor: Actor, command: string, work: (run: Run) => Promise<T>): Promise<Outcome<T>> {
  return transaction(async (tx) => {
    const settings = await readSettings(tx);
    const run: Run = {
      tx,
      actor,
      at: now(),
      settings,
      command,
      cause: null,
      events: [],
      touched: new Map(),
      told: 0,
      ruleWrote: false,
    };
    const value = await work(run);
    await tell(run);
    await besides.getStore()?.(run);
    await announce(run);
    return { value, told: run.told };
  });
}

/** Tells open pages which records changed, and which others stand beside them: those that they name, or named before. */
async function announce({ tx, touched, events }: Run): Promise<void> {
  const changed = [...touched].map(([id, { kind }]) => ({ id, kind }));
  const records = events.flatMap((event) => (event.type === 'updated' ? [event.before, event.record] : [event.record]));
  const beside = new Set(records.flatMap(namedRecords)).difference(touched);
  await publish(tx, { changed, beside: [...beside] });
}
