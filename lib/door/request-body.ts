import type { IncomingMessage } from 'node:http';

/** Whether the headers announce a body. */
export function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/**
 * ACC-12 · Buffers a body until it is complete, then puts it back into the request for later readers, and returns it. Null as
 * soon as it exceeds `atMost`, even without an announced length, and on `signal`: then the body cannot be read. Call it before
 * any await: parts that arrive earlier are lost.
 */
export function receiveBody(request: IncomingMessage, atMost: number, signal: AbortSignal): Promise<Buffer | null> {
  const body = new GrowingBuffer(atMost);
  return new Promise((resolve) => {
    const stopReading = () => {
      void discardBody(request);
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

/** A buffer that grows with its parts. It uses at most twice the bytes received, however small the parts are. */
class GrowingBuffer {
  size = 0;
  #held = Buffer.alloc(0);
  readonly #atMost: number;

  constructor(atMost: number) {
    this.#atMost = atMost;
  }

  /** False, and adds nothing, if the body would become too large. */
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

/** Discards the rest of a body, so that its sender gets to read the response. Resolves at its end. */
export function discardBody(request: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    if (request.complete) resolve();
    takeParts(request, (part) => {
      if (!part) resolve();
    });
  });
}

/** Passes each part from the HTTP parser to `hear` instead of the request's stream; null is the end. */
function takeParts(request: IncomingMessage, hear: (part: Buffer | null) => void): void {
  request.push = (part: Buffer | null) => {
    hear(part);
    return true;
  };
}
