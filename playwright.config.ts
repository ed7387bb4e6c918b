import { tmpdir } from 'node:os';
import path from 'node:path';
import { defineConfig } from '@playwright/test';
import { launchOptions } from './scripts/browser.ts';
import { freePort } from './scripts/port.ts';

// Workers read this file again and must find the same server: the environment keeps the first reading's choice.
process.env.E2E_PORT ??= String(await freePort());
process.env.E2E_DATA ??= path.join(tmpdir(), `casebridge-journeys-${process.env.E2E_PORT}`);

const { E2E_PORT, E2E_DATA } = process.env;
const ALONE = '**/*.alone.spec.ts';

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: true,
  // Limits after which a hanging step fails; none of them tests how fast a machine is.
  timeout: 240_000,
  expect: { timeout: 60_000 },
  reporter: [['list']],
  // These journeys switch things off for all users, so they run last, even when others failed.
  projects: [
    { name: 'journeys', testIgnore: ALONE, teardown: 'alone' },
    { name: 'alone', testMatch: ALONE, workers: 1 },
  ],
  use: {
    baseURL: `http://localhost:${E2E_PORT}`,
    locale: 'en-GB',
    timezoneId: 'Asia/Kathmandu',
    viewport: { width: 1400, height: 900 },
    // Only on request, to examine a failed journey: recording slows the run.
    trace: process.env.E2E_TRACE ? 'retain-on-failure' : 'off',
    launchOptions: await launchOptions(),
  },
  // Starts the server as users do, with an empty data folder that is removed afterwards.
  webServer: {
    command: `trap : TERM; node scripts/start.mjs; rm -rf "${E2E_DATA}"`,
    env: { PORT: E2E_PORT, CASEBRIDGE_DATA: E2E_DATA, SEED: 'demo', DATABASE_URL: '', APP_URL: '' },
    url: `http://localhost:${E2E_PORT}/api/ready`,
    timeout: 180_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 40_000 },
  },
});
