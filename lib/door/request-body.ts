import type { IncomingMessage } from 'node:http';

/** Whether a request says that a body follows. */
export function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/**
 * ACC-12 · Holds a body back until all of it is here, and gives it back to the request to be read as if it came now; answers
 * its bytes. Null as soon as there are more than `atMost`, whether or not a length was announced: then nothing of it can be
 * read. Who hangs up in the middle is never answered.
 */
export function receiveBody(request: IncomingMessage, atMost: number): Promise<number | null> {
  const parts: Buffer[] = [];
  let size = 0;
  return new Promise((resolve) => {
    takeParts(request, (part) => {
      size += part?.length ?? 0;
      if (size > atMost) {
        void dropBody(request);
        resolve(null);
      } else if (part) parts.push(part);
      else {
        Reflect.deleteProperty(request, 'push');
        for (const each of parts) request.push(each);
        request.push(null);
        resolve(size);
      }
    });
  });
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
