import type { Changed, Message } from '#lib/announce/message.ts';

/** The changed records, and the records shown beside them (message.ts). */
export type Batch = { changed: Changed[]; beside: string[] };

/** Collects changes in quick succession, each record once. */
export class ChangeBatch {
  #changed = new Map<string, Changed>();
  #beside = new Set<string>();

  add({ changed, beside }: Extract<Message, { type: 'change' }>): void {
    for (const record of changed) this.#changed.set(record.id, record);
    for (const id of beside) this.#beside.add(id);
  }

  take(): Batch {
    const taken = { changed: [...this.#changed.values()], beside: [...this.#beside] };
    this.#changed = new Map();
    this.#beside = new Set();
    return taken;
  }
}
