import { check } from 'recheck';
import { afterEach, describe, expect, it, vi } from 'vitest';

/** The pattern of the header `accept-encoding` that gets compressed scripts, as Next.js applies it. */
async function accepted(): Promise<RegExp> {
  vi.stubEnv('NODE_ENV', 'production');
  vi.resetModules();
  const { default: config } = await import('./next.config.ts');
  const rewrites = await config.rewrites?.();
  const [rule] = rewrites && 'beforeFiles' in rewrites ? (rewrites.beforeFiles ?? []) : [];
  return new RegExp(`^${rule?.has?.[0]?.value}$`);
}

afterEach(() => vi.unstubAllEnvs());

describe('compressed scripts', () => {
  it.each(['br', 'gzip, deflate, br, zstd', 'gzip,br', ' br ;q=1.0, gzip', 'gzip;q=1, br;q=0.5, *;q=0', 'br; q=0.01'])(
    'are sent to a browser that accepts "%s"',
    async (header) => {
      expect(header).toMatch(await accepted());
    },
  );

  it.each(['', 'gzip, deflate', 'br;q=0', 'gzip, br;q=0.000, zstd', 'x-br', 'br-x, gzip', 'gzip;br'])(
    'are not sent to a browser that accepts "%s"',
    async (header) => {
      expect(header).not.toMatch(await accepted());
    },
  );

  it('are chosen in linear time', async () => {
    const { status } = await check((await accepted()).source, '', { timeout: 20_000, attackLimit: 1_000_000 });
    expect(status).toBe('safe');
  });
});
