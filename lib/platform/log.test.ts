import { expect, it, vi } from 'vitest';
import { createLog } from './log.ts';
import { withLogContext } from './log-context.ts';

function written(work: (log: ReturnType<typeof createLog>) => void) {
  vi.stubEnv('LOG_LEVEL', '');
  const lines: string[] = [];
  work(createLog({ write: (line) => lines.push(line) }));
  vi.unstubAllEnvs();
  return lines.map((line) => JSON.parse(line));
}

it('each line is JSON with time, level and message', () => {
  const lines = written((log) => log.error({ err: new TypeError('broken') }, 'It failed'));
  expect(lines).toMatchObject([{ level: 'error', msg: 'It failed', err: { type: 'TypeError', message: 'broken' } }]);
  expect(new Date(lines[0].time).toISOString()).toBe(lines[0].time);
});

it('a line belongs to the request or job that it is written in, across everything that is waited for', async () => {
  const lines: string[] = [];
  vi.stubEnv('LOG_LEVEL', 'info');
  const log = createLog({ write: (line) => lines.push(line) });
  vi.unstubAllEnvs();
  const say = async () => {
    await Promise.resolve();
    log.info('here');
  };
  await Promise.all([withLogContext({ requestId: 'a' }, say), withLogContext({ job: 'mail' }, say), say()]);
  expect(lines.map((line) => JSON.parse(line)).map(({ requestId, job }) => [requestId, job])).toEqual([
    ['a', undefined],
    [undefined, 'mail'],
    [undefined, undefined],
  ]);
});
