import { AsyncLocalStorage } from 'node:async_hooks';
import { publish } from '#lib/live/publish.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { readSettings } from '#lib/property/settings.ts';
import { tell } from '#lib/sync/tell.ts';
import type { CommandContext } from './command-context.ts';
import { namedRecords } from './named-records.ts';

/** What a command made, and how many other records the rules told of it (SYNC-3). */
export type Outcome<T> = { value: T; told: number };

const transactionHook = new AsyncLocalStorage<(context: CommandContext) => Promise<void>>();

/** Runs commands that each write something more in their own transaction: how far a replay has come. */
export function withTransactionHook<T>(
  more: (context: CommandContext) => Promise<void>,
  work: () => Promise<T>,
): Promise<T> {
  return transactionHook.run(more, work);
}

/** SYNC-0 · Runs a command in one transaction: what `work` writes, what the rules tell others, and the announcement. */
export function runCommand<T>(
  actor: Actor,
  command: string,
  work: (context: CommandContext) => Promise<T>,
): Promise<Outcome<T>> {
  return transaction(async (tx) => {
    const settings = await readSettings(tx);
    const context: CommandContext = {
      tx,
      actor,
      at: now(),
      settings,
      command,
      cause: null,
      events: [],
      changedRecords: new Map(),
      told: 0,
      ruleWrote: false,
    };
    const value = await work(context);
    await tell(context);
    await transactionHook.getStore()?.(context);
    await announce(context);
    return { value, told: context.told };
  });
}

/** Tells open pages which records changed, and which others stand beside them: those that they name, or named before. */
async function announce({ tx, changedRecords, events }: CommandContext): Promise<void> {
  const changed = [...changedRecords].map(([id, { kind }]) => ({ id, kind }));
  const records = events.flatMap((event) => (event.type === 'updated' ? [event.before, event.record] : [event.record]));
  const beside = new Set(records.flatMap(namedRecords)).difference(changedRecords);
  await publish(tx, { changed, beside: [...beside] });
}
