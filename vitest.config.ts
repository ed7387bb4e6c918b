import { defineConfig } from 'vitest/config';

const database = ['{lib,app,components,scripts,prisma,bench}/**/*.db.test.ts'];

export default defineConfig({
  test: {
    // A time zone that nobody uses by accident: what forgets to name its zone fails here.
    env: { TZ: 'Asia/Kathmandu', LOG_LEVEL: 'silent' },
    // How long something hangs until it is given up; none of them says how fast a machine has to be.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 60_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'rules',
          include: ['{lib,app,components,scripts,prisma,bench}/**/*.test.{ts,tsx}', '*.test.ts'],
          exclude: [...database, 'scripts/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: database,
          globalSetup: 'scripts/test-database.ts',
          setupFiles: ['lib/testing/own-database.ts', 'lib/testing/request.ts'],
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: { name: 'scripts', include: ['scripts/**/*.test.ts'], exclude: database },
      },
    ],
  },
});
