import type { IncomingMessage } from 'node:http';

/** Whether a request says that a body follows. */
export function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/**
 * ACC-12 · Holds a body back until all of it is here, and gives it back to the request to be read as if it came now; answers
 * it. Null as soon as there are more than `atMost`, whether or not a length was announced, and when `signal` gives it
 * up: then nothing of it can be read. It listens at once: what comes before somebody listens is lost to everybody.
 */
export function receiveBody(request: IncomingMessage, atMost: number, signal: AbortSignal): Promise<Buffer | null> {
  const body = new GrowingBuffer(atMost);
  return new Promise((resolve) => {
    const stopReading = () => {
      void dropBody(request);
      resolve(null);
    };
    signal.addEventListener('abort', stopReading, { once: true });
    takeParts(request, (part) => {
      if (part && !body.add(part)) stopReading();
      if (part) return;
      signal.removeEventListener('abort', stopReading);
      Reflect.deleteProperty(request, 'push');
      if (body.size > 0) request.push(body.content());
      request.push(null);
      resolve(body.content());
    });
  });
}

/** Bytes that come in parts. However small the parts are, they take no more than twice the room of their bytes. */
class GrowingBuffer {
  size = 0;
  #held = Buffer.alloc(0);
  readonly #atMost: number;

  constructor(atMost: number) {
    this.#atMost = atMost;
  }

  /** False, and nothing is added, where there would be too many. */
  add(part: Buffer): boolean {
    const size = this.size + part.length;
    if (size > this.#atMost) return false;
    if (size > this.#held.length) {
      const grown = Buffer.alloc(Math.min(this.#atMost, Math.max(size, 2 * this.#held.length)));
      this.#held.copy(grown);
      this.#held = grown;
    }
    part.copy(this.#held, this.size);
    this.size = size;
    return true;
  }

  content(): Buffer {
    return this.#held.subarray(0, this.size);
  }
}

/** Lets a body that nobody will read go by, so that its sender comes to the answer; resolves at its end. */
export function dropBody(request: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    if (request.complete) resolve();
    takeParts(request, (part) => {
      if (!part) resolve();
    });
  });
}

/** Hears what the parser of HTTP brings, part by part, before it comes into the request's own stream; null is the end. */
function takeParts(request: IncomingMessage, hear: (part: Buffer | null) => void): void {
  request.push = (part: Buffer | null) => {
    hear(part);
    return true;
  };
}
