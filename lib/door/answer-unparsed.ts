import { type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { headersOfAnswers } from './answer-headers.ts';
import { METHODS } from './unreadable.ts';

const statusOfError: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/**
 * · Answers malformed requests as Node does, and refuses tunnels (CONNECT), with our standard headers. `inFlight`
 * is the current response of a connection. Once its first byte is sent, no error can be sent.
 */
export function answerUnparsed(server: Server, inFlight: WeakMap<Duplex, ServerResponse>): void {
  server.removeAllListeners('clientError');
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const response = inFlight.get(socket);
    const isAnswering = response?.headersSent === true && !response.writableFinished;
    if (!socket.writable || isAnswering) return socket.destroy();
    answerBare(socket, statusOfError[error.code ?? ''] ?? 400);
  });
  // This server is no proxy. Node leaves a CONNECT socket without an error listener.
  server.on('connect', (_request, socket) =>
    answerBare(
      socket.on('error', () => {}),
      405,
      { allow: METHODS.join(', ') },
    ),
  );
}

function answerBare(socket: Duplex, status: number, own: Record<string, string> = {}): void {
  const headers = { ...headersOfAnswers(), ...own, 'content-length': '0', connection: 'close' };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket
    .once('finish', () => socket.destroy())
    .end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n`);
}
