// Lists the tests for `npm run check:spec`: no test runs, so they need no database and may share their modules.
import { defineConfig } from 'vitest/config';

const DATABASE_URL = 'postgresql://localhost/nowhere';

export default defineConfig({
  test: {
    env: {
      TZ: 'Asia/Kathmandu',
      LOG_LEVEL: 'silent',
      DATABASE_URL,
      AUTH_SECRET: 'only for tests, where nothing is secret',
      APP_URL: 'http://localhost:3000',
    },
    setupFiles: ['scripts/list-tests.setup.ts'],
    provide: { adminUrl: DATABASE_URL, template: 'none' },
    include: ['{lib,app,components,scripts,prisma,bench}/**/*.test.{ts,tsx}', '*.test.ts'],
    isolate: false,
  },
});
