import type { Message } from '#lib/announce/message.ts';
import { bus } from './bus.ts';

/** In milliseconds. A page listens soon after it was drawn; so long a process remembers what it has heard. */
const REMEMBERED = 60_000;
/** So far the clocks of two servers may be apart; a page is read in less, and a change that is made is heard in less. */
const MARGIN = 5_000;
const MOST = 2_000;

type Remembered = Exclude<Message, { type: 'presence' | 'streams-replaced' }>;

/** Q-17 · What this process has heard lately, and since when without a break: a page that has just been drawn asks for nothing anew. */
class Recent {
  #since = Date.now();
  readonly #heard: { at: number; message: Remembered }[] = [];

  constructor() {
    bus()
      .on('message', (message) => this.#keep(message))
      .on('resync', () => {
        this.#since = Date.now();
        this.#heard.length = 0;
      });
  }

  #keep(message: Message): void {
    if (message.type === 'presence' || message.type === 'streams-replaced') return;
    const at = Date.now();
    this.#heard.push({ at, message });
    while (this.#heard.length > MOST || (this.#heard[0]?.at ?? at) < at - REMEMBERED) {
      const forgotten = this.#heard.shift();
      if (forgotten) this.#since = Math.max(this.#since, forgotten.at);
    }
  }

  since(drawnAt: number): Remembered[] | null {
    const from = drawnAt - MARGIN;
    if (!bus().listens || from <= this.#since || from < Date.now() - REMEMBERED) return null;
    return this.#heard.filter(({ at }) => at >= from).map(({ message }) => message);
  }
}

const cached = globalThis as { casebridgeRecent?: Recent };

/** From the start of the process on: the first page that it draws is told what changed, too. */
export function rememberWhatIsHeard(): void {
  cached.casebridgeRecent ??= new Recent();
}

/** What was said since a page was drawn, and a little before; null where this process cannot know all of it. */
export function heardSince(drawnAt: number): Remembered[] | null {
  rememberWhatIsHeard();
  return cached.casebridgeRecent?.since(drawnAt) ?? null;
}
