import { type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { headersOfAnswers } from './answer-headers.ts';

const statusOfError: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/**
 * · Answers what is no request as Node does, with the headers of every other answer; `inFlight` is what a
 * connection is being answered, after whose first byte nothing can be said any more.
 */
export function answerUnparsed(server: Server, inFlight: WeakMap<Duplex, ServerResponse>): void {
  server.removeAllListeners('clientError');
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const response = inFlight.get(socket);
    const isAnswering = response?.headersSent === true && !response.writableFinished;
    if (!socket.writable || isAnswering) return socket.destroy();
    const status = statusOfError[error.code ?? ''] ?? 400;
    const headers = { ...headersOfAnswers(), 'content-length': '0', connection: 'close' };
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    socket
      .once('finish', () => socket.destroy())
      .end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n`);
  });
}
