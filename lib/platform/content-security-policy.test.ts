import { expect, it } from 'vitest';
import { contentSecurityPolicy } from './content-security-policy.ts';

it('Q-15 · scripts run by nonce only, and nobody may frame a page', () => {
  const directives = contentSecurityPolicy('abc', false).split('; ');
  expect(directives).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic'");
  expect(directives).toContain("frame-ancestors 'none'");
});

it('Q-15 · behind TLS nothing is loaded without it', () => {
  expect(contentSecurityPolicy('abc', true)).toContain('upgrade-insecure-requests');
  expect(contentSecurityPolicy('abc', false)).not.toContain('upgrade-insecure-requests');
});
