import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { closeIdleConnectionsOnStop } from './connections.ts';
import { stopAll } from './lifecycle.ts';

it('a connection whose response ends after the stop is not reused', async () => {
  closeIdleConnectionsOnStop();
  const server = http.createServer({ keepAliveTimeout: 60_000 }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  const asked = once(server, 'request');
  const request = http.get({ port, host: '127.0.0.1', agent: new http.Agent({ keepAlive: true }) });
  const answered = once(request, 'response');
  const [, response] = await asked;

  const closed = once(server, 'close');
  server.close();
  await stopAll();
  response.end('the last one');
  const [answer] = await answered;
  answer.resume();

  await closed;
  expect(server.listening).toBe(false);
});
