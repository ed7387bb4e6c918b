import type { Changed, Message, Reached } from './message.ts';

/** What a browser is told at once. */
export type ChangeEvent = { changed: Changed[]; reached: Reached[] };

/** Gathers changes that come in quick succession: each record once, each fan-out once. */
export class ChangeBatch {
  #changed = new Map<string, Changed>();
  #reached = new Map<string, Reached>();

  add({ changed, reached }: Extract<Message, { type: 'change' }>): void {
    for (const record of changed) this.#changed.set(record.id, record);
    for (const fanOut of reached) {
      const key = `${fanOut.kind} ${fanOut.through}`;
      const before = this.#reached.get(key);
      if (!before || before.count < fanOut.count) this.#reached.set(key, fanOut);
    }
  }

  take(): ChangeEvent {
    const event = { changed: [...this.#changed.values()], reached: [...this.#reached.values()] };
    this.#changed = new Map();
    this.#reached = new Map();
    return event;
  }
}
