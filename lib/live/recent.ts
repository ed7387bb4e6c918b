import type { Message } from '#lib/announce/message.ts';
import { bus } from './bus.ts';

/** In milliseconds. How long a process remembers messages; a page starts listening soon after it was rendered. */
const REMEMBERED = 60_000;
/** In milliseconds. Covers the clock difference of two servers, the time to read a page, and the delay of a message. */
const MARGIN = 5_000;
const MAX = 2_000;

type BufferedMessage = Exclude<Message, { type: 'presence' | 'streams-replaced' }>;

/** Q-17 · This process's recent messages, without a gap since `#since`: a page that was just rendered need not reload. */
class Recent {
  #since = Date.now();
  readonly #messages: { at: number; message: BufferedMessage }[] = [];

  constructor() {
    bus()
      .on('message', (message) => this.#keep(message))
      .on('resync', () => {
        this.#since = Date.now();
        this.#messages.length = 0;
      });
  }

  #keep(message: Message): void {
    if (message.type === 'presence' || message.type === 'streams-replaced') return;
    const at = Date.now();
    this.#messages.push({ at, message });
    while (this.#messages.length > MAX || (this.#messages[0]?.at ?? at) < at - REMEMBERED) {
      const forgotten = this.#messages.shift();
      if (forgotten) this.#since = Math.max(this.#since, forgotten.at);
    }
  }

  since(drawnAt: number): BufferedMessage[] | null {
    const from = drawnAt - MARGIN;
    if (!bus().listens || from <= this.#since || from < Date.now() - REMEMBERED) return null;
    return this.#messages.filter(({ at }) => at >= from).map(({ message }) => message);
  }
}

const cached = globalThis as { casebridgeRecent?: Recent };

/** Call at process start, so that even the first rendered page receives the changes it missed. */
export function bufferMessages(): void {
  cached.casebridgeRecent ??= new Recent();
}

/** The messages since a page was rendered, and shortly before; null if this process may have missed some. */
export function receivedSince(drawnAt: number): BufferedMessage[] | null {
  bufferMessages();
  return cached.casebridgeRecent?.since(drawnAt) ?? null;
}
