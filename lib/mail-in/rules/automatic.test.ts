import { describe, expect, it } from 'vitest';
import { automaticReason } from './automatic.ts';

const reasonOf = (headers: Record<string, string>, { from = 'cora@example.test', subject = 'Hello' } = {}) =>
  automaticReason({
    header: (name) => (headers[name] === undefined ? [] : [headers[name]]),
    from: [{ address: from }],
    subject,
  });

describe('a mail that a machine wrote', () => {
  it.each([
    [{ 'auto-submitted': 'auto-replied' }, 'an automatic reply'],
    [{ 'auto-submitted': 'auto-generated; type=vacation' }, 'an automatic reply'],
    [{ 'x-autoreply': 'yes' }, 'an automatic reply'],
    [{ 'content-type': 'multipart/report; boundary=b' }, 'a report of a mail server'],
    [{ 'list-id': '<news.example.test>' }, 'from a mailing list'],
    [{ precedence: 'list' }, 'from a mailing list'],
    [{ precedence: 'bulk' }, 'sent in bulk'],
    [{ 'return-path': '<>' }, 'sent by a machine: it has no return address'],
  ])('MAIL-6 · is known by one sign alone: %o', (headers, reason) => {
    expect(reasonOf(headers)).toBe(reason);
  });

  it('MAIL-6 · is known by its subject or by its sender', () => {
    expect(reasonOf({}, { subject: 'Out of office: until Monday' })).toBe('an automatic reply');
    expect(reasonOf({}, { from: 'postmaster@example.test' })).toBe('sent by a mail server');
  });

  it('MAIL-6 · is not one that says that a person wrote it', () => {
    expect(reasonOf({ 'auto-submitted': 'no', 'x-autoreply': 'no', 'return-path': '<cora@example.test>' })).toBeNull();
  });
});
