import { expect, it } from 'vitest';
import { contentSecurityPolicy } from './content-security-policy.ts';

it('Q-15 · only scripts with a nonce run, and the page cannot be framed', () => {
  const directives = contentSecurityPolicy('abc', false).split('; ');
  expect(directives).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic'");
  expect(directives).toContain("frame-ancestors 'none'");
});

it('Q-15 · behind TLS nothing is loaded without it', () => {
  expect(contentSecurityPolicy('abc', true)).toContain('upgrade-insecure-requests');
  expect(contentSecurityPolicy('abc', false)).not.toContain('upgrade-insecure-requests');
});
