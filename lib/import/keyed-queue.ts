/** Runs work in parallel, but work with the same key one after another. */
export class KeyedQueue {
  readonly #lanes: Promise<void>[];
  readonly #atMost: number;
  #waiting = 0;
  #failure: { error: unknown } | null = null;
  #moved: (() => void) | null = null;

  constructor(count: number, { atMost }: { atMost: number }) {
    this.#lanes = Array.from({ length: count }, () => Promise.resolve());
    this.#atMost = atMost;
  }

  /** Adds work. Waits while too much is queued. Throws errors of earlier work. */
  async add(key: string, work: () => Promise<void>): Promise<void> {
    while (this.#waiting >= this.#atMost) await new Promise<void>((resolve) => (this.#moved = resolve));
    this.#rethrow();
    this.#waiting++;
    const lane = laneOf(key, this.#lanes.length);
    this.#lanes[lane] = (this.#lanes[lane] ?? Promise.resolve()).then(() => this.#run(work));
  }

  /** Waits until all added work is done. */
  async end(): Promise<void> {
    await Promise.all(this.#lanes);
    this.#rethrow();
  }

  async #run(work: () => Promise<void>): Promise<void> {
    try {
      if (!this.#failure) await work();
    } catch (error) {
      this.#failure ??= { error };
    } finally {
      this.#waiting--;
      this.#moved?.();
      this.#moved = null;
    }
  }

  #rethrow(): void {
    if (this.#failure) throw this.#failure.error;
  }
}

function laneOf(key: string, count: number): number {
  let sum = 0;
  for (const character of key) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  return sum % count;
}
