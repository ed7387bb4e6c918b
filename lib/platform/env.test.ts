import { afterEach, expect, it, vi } from 'vitest';
import { mailDomain } from './env.ts';

afterEach(() => vi.unstubAllEnvs());

it.each([
  ['https://desk.example.com', 'desk.example.com'],
  ['https://desk.example.com:8443', 'desk.example.com'],
  ['http://localhost:3000', 'casebridge.local'],
  ['http://192.0.2.7', 'casebridge.local'],
  ['http://[::1]:3000', 'casebridge.local'],
])('MAIL-12 · mail links for %s work at %s', (url, domain) => {
  vi.stubEnv('APP_URL', url);
  expect(mailDomain()).toBe(domain);
});
