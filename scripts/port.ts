import net from 'node:net';
import { UserError } from './user-error.mjs';

/** Throws if another process listens on the port. */
export async function requireFreePort(port: number, host: string): Promise<void> {
  const problem = await listenOnce(port, host).then(
    () => null,
    (error) => error.code,
  );
  if (problem === 'EADDRINUSE') throw new UserError(`Port ${port} is in use: choose another one with PORT.`);
  if (problem === 'EACCES')
    throw new UserError(`Port ${port} needs more rights than this user has: choose another one with PORT.`);
  if (problem) throw new UserError(`Cannot listen on ${host}:${port} (${problem}): check HOST and PORT.`);
}

/** A port that is free now. */
export function freePort(): Promise<number> {
  return listenOnce(0, '127.0.0.1');
}

function listenOnce(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port));
    });
  });
}
