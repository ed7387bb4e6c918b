import { defineConfig } from 'vitest/config';

const database = ['{lib,app,components,scripts,prisma,bench}/**/*.db.test.ts'];

export default defineConfig({
  test: {
    // A time zone that nobody uses by accident: what forgets to name its zone fails here.
    env: { TZ: 'Asia/Kathmandu', LOG_LEVEL: 'silent' },
    testTimeout: 20_000,
    hookTimeout: 30_000,
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
          setupFiles: 'lib/platform/testing/own-database.ts',
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: { name: 'scripts', include: ['scripts/**/*.test.ts'], exclude: database, testTimeout: 240_000 },
      },
    ],
  },
});
