import { afterEach, expect, it, vi } from 'vitest';
import { closeDb, db } from './db.ts';

afterEach(async () => {
  vi.unstubAllEnvs();
  await closeDb();
});

const bound = async () => {
  await closeDb();
  const [row] = await db().$queryRaw<{ statement_timeout: string }[]>`show statement_timeout`;
  return row?.statement_timeout;
};

it('Q-13 · a statement of the web server ends after half a minute, on every connection', async () => {
  vi.stubEnv('NEXT_RUNTIME', 'nodejs');
  expect(await bound()).toBe('30s');
  const many = Array.from(
    { length: 10 },
    () =>
      db().$queryRaw<{ bound: string }[]>`select current_setting('statement_timeout') as bound, pg_sleep(0.1)::text`,
  );
  const bounds = (await Promise.all(many)).map(([row]) => row?.bound);
  expect(new Set(bounds)).toEqual(new Set(['30s']));
});

it('Q-13 · seeds, replays and benchmarks may take longer', async () => {
  vi.stubEnv('NEXT_RUNTIME', undefined);
  expect(await bound()).toBe('0');
});

it('Q-11 · times do not depend on the time zone of the database', async () => {
  await db().$executeRawUnsafe(
    `do $$ begin execute format('alter database %I set timezone = %L', current_database(), 'Asia/Kathmandu'); end $$`,
  );
  await closeDb();
  const [row] = await db().$queryRaw<{ now: Date; isLater: boolean }[]>`
    select now(), now() > ${new Date(Date.now() + 60_000)} as "isLater"`;
  expect(Math.abs((row?.now.getTime() ?? 0) - Date.now())).toBeLessThan(60_000);
  expect(row?.isLater).toBe(false);
});
