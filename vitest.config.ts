import { defineConfig } from 'vitest/config';

const database = ['{lib,app,components,scripts,prisma,bench}/**/*.db.test.ts'];

export default defineConfig({
  test: {
    // An unusual time zone: code that forgets to name its zone fails here.
    env: { TZ: 'Asia/Kathmandu', LOG_LEVEL: 'silent' },
    // Limits after which a hanging test fails; none of them tests how fast a machine is.
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
