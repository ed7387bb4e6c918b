import type { PresenceBeat, PresenceMode } from '#lib/announce/message.ts';
import { now } from '#lib/platform/clock.ts';
import { bus } from './bus.ts';

/** In milliseconds. A tab that has been silent for longer is gone. Allows for two lost heartbeats. */
export const PRESENCE_TIMEOUT = 25_000;
const SWEEP_EVERY = 5_000;
/** Tabs of one person per record. Above this limit, the tab that has been silent longest is forgotten. */
const TABS_PER_PERSON = 10;

export type PresentUser = { id: string; name: string; mode: PresenceMode };

type Tab = { userId: string; name: string; mode: PresenceMode; at: number };

/** Who is on which record, as the servers report to each other. One per process, in memory only. */
export class PresenceRoom {
  readonly #tabs = new Map<string, Map<string, Tab>>();

  /** Takes a heartbeat; returns true if other users see a change. */
  hear({ taskId, userId, name, tab, mode }: PresenceBeat, at: number): boolean {
    const before = this.#picture(taskId);
    const tabs = this.#tabs.get(taskId) ?? new Map<string, Tab>();
    const key = `${userId} ${tab}`;
    // Reinsert the tab last, so that a person's first tab is the one that has been silent longest.
    tabs.delete(key);
    if (mode) tabs.set(key, { userId, name, mode, at });
    const own = [...tabs].filter(([, each]) => each.userId === userId);
    if (own.length > TABS_PER_PERSON) tabs.delete(own[0]?.[0] ?? '');
    if (tabs.size > 0) this.#tabs.set(taskId, tabs);
    else this.#tabs.delete(taskId);
    return before !== this.#picture(taskId);
  }

  /** Forgets tabs that have been silent too long; returns the records where other users see a change. */
  sweep(at: number): string[] {
    return this.#remove((tab) => tab.at + PRESENCE_TIMEOUT <= at);
  }

  /** Forgets a person whose session ended; returns the same as `sweep`. The person's other sessions soon report again. */
  forget(userId: string): string[] {
    return this.#remove((tab) => tab.userId === userId);
  }

  /** Who is on a record: each person once, editors before viewers, sorted by name. */
  on(taskId: string): PresentUser[] {
    const people = new Map<string, PresentUser>();
    for (const { userId, name, mode } of this.#tabs.get(taskId)?.values() ?? [])
      if (mode === 'editing' || !people.has(userId)) people.set(userId, { id: userId, name, mode });
    return [...people.values()].sort((a, b) => a.name.localeCompare(b.name));
  }

  #remove(gone: (tab: Tab) => boolean): string[] {
    const different: string[] = [];
    for (const [taskId, tabs] of this.#tabs) {
      const before = this.#picture(taskId);
      for (const [key, tab] of tabs) if (gone(tab)) tabs.delete(key);
      if (tabs.size === 0) this.#tabs.delete(taskId);
      if (before !== this.#picture(taskId)) different.push(taskId);
    }
    return different;
  }

  #picture(taskId: string): string {
    return JSON.stringify(this.on(taskId));
  }
}

type Listener = (taskId: string, people: PresentUser[]) => void;
type Presence = { room: PresenceRoom; listeners: Set<Listener>; hear: (beat: PresenceBeat) => void };

const cached = globalThis as { casebridgePresence?: Presence };

function presence(): Presence {
  cached.casebridgePresence ??= open();
  return cached.casebridgePresence;
}

function open(): Presence {
  const room = new PresenceRoom();
  const listeners = new Set<Listener>();
  const notify = (taskId: string) => {
    for (const listener of listeners) listener(taskId, room.on(taskId));
  };
  const hear = (beat: PresenceBeat) => {
    if (room.hear(beat, now().getTime())) notify(beat.taskId);
  };
  bus().on('message', (message) => {
    if (message.type === 'presence') hear(message);
    if (message.type === 'sessions-ended') room.forget(message.userId).forEach(notify);
  });
  const sweeping = setInterval(() => room.sweep(now().getTime()).forEach(notify), SWEEP_EVERY);
  sweeping.unref();
  bus().once('stop', () => clearInterval(sweeping));
  return { room, listeners, hear };
}

/** Starts listening: within one heartbeat interval, a new server knows who is where. */
export function startPresence(): void {
  presence();
}

/** Takes a heartbeat that this server received; `publishPresence` sends it to the others. */
export function receiveHeartbeat(beat: PresenceBeat): void {
  presence().hear(beat);
}

/** Who is on this record now. */
export function presentOn(taskId: string): PresentUser[] {
  return presence().room.on(taskId);
}

/** Calls back on every change of who is on which record; returns the unsubscribe function. */
export function onPresence(listener: Listener): () => void {
  const { listeners } = presence();
  listeners.add(listener);
  return () => listeners.delete(listener);
}
