import { knownByEach } from '#lib/access/known-by-each.ts';
import type { Message } from '#lib/announce/message.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { bus } from './bus.ts';
import { type Batch, ChangeBatch } from './change-batch.ts';

/** In milliseconds. Changes are sent, and access is checked, at most once per interval; too short for users to notice. */
const BATCH_DELAY = 150;

/** The changes sent to a browser at once. `kind` is null for a record that the user may not see. */
export type ChangeEvent = { changed: { id: string; kind: TaskKind | null }[]; beside: string[] };

type Listener = {
  actor: Actor;
  hear: (event: ChangeEvent) => void;
  /** The changes could not be read: the browser reloads everything when the database is back. */
  lost: () => void;
};

/** All listeners of this server: changes are collected once, and access is checked for all listeners in one query. */
class Audience {
  readonly #listeners = new Set<Listener>();
  readonly #batch = new ChangeBatch();
  #gathering: NodeJS.Timeout | undefined;

  add(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  take(message: Message): void {
    if (message.type !== 'change' || this.#listeners.size === 0) return;
    this.#batch.add(message);
    if (!this.#gathering) this.#gathering = setTimeout(() => void this.#notify(), BATCH_DELAY);
  }

  async #notify(): Promise<void> {
    this.#gathering = undefined;
    await tell([...this.#listeners], this.#batch.take());
  }
}

async function tell(listeners: readonly Listener[], batch: Batch): Promise<void> {
  try {
    const ids = [...batch.changed.map(({ id }) => id), ...batch.beside];
    const known = await knownByEach(
      db(),
      listeners.map(({ actor }) => actor),
      ids,
    );
    for (const [index, { hear }] of listeners.entries()) {
      const seen = asSeen(batch, known[index] ?? new Map());
      if (seen.changed.length + seen.beside.length > 0) hear(seen);
    }
  } catch {
    for (const { lost } of listeners) lost();
  }
}

/** Sends one listener the changes that happened before it subscribed. */
export async function sendMissed(listener: Listener, messages: readonly Message[]): Promise<void> {
  const batch = new ChangeBatch();
  for (const message of messages) if (message.type === 'change') batch.add(message);
  const missed = batch.take();
  if (missed.changed.length + missed.beside.length > 0) await tell([listener], missed);
}

/** REL-16 · Users receive changes only of records they know; if they know just the number from a case, only the id. */
function asSeen({ changed, beside }: Batch, known: ReadonlyMap<string, boolean>): ChangeEvent {
  return {
    changed: changed
      .filter(({ id }) => known.has(id))
      .map(({ id, kind }) => ({ id, kind: known.get(id) ? kind : null })),
    beside: beside.filter((id) => known.has(id)),
  };
}

const cached = globalThis as { casebridgeAudience?: Audience };

/** Subscribes to changes that the actor may know of; returns the unsubscribe function. */
export function subscribeToChanges(listener: Listener): () => void {
  cached.casebridgeAudience ??= openAudience();
  return cached.casebridgeAudience.add(listener);
}

function openAudience(): Audience {
  const audience = new Audience();
  bus().on('message', (message) => audience.take(message));
  return audience;
}
