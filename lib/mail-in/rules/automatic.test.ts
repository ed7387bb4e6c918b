import { describe, expect, it } from 'vitest';
import { type Automatic, automaticSigns, isIgnored } from './automatic.ts';

const signsOf = (headers: Record<string, string>, { from = 'cora@example.test', subject = 'Hello' } = {}) =>
  automaticSigns({
    header: (name) => (headers[name] === undefined ? [] : [headers[name]]),
    from: [{ address: from }],
    subject,
  });

describe('an email written by a machine', () => {
  it.each([
    [{ 'auto-submitted': 'auto-replied' }, 'an automatic reply'],
    [{ 'auto-submitted': 'auto-generated; type=vacation' }, 'an automatic reply'],
    [{ 'x-autoreply': 'yes' }, 'an automatic reply'],
    [{ 'x-autorespond': 'Re: Hello' }, 'an automatic reply'],
    [{ precedence: 'auto_reply' }, 'an automatic reply'],
    [{ 'content-type': 'multipart/report; boundary=b' }, 'a report of a mail server'],
    [{ 'list-id': '<news.example.test>' }, 'from a mailing list'],
    [{ 'list-post': '<mailto:all@example.test>' }, 'from a mailing list'],
    [{ 'return-path': '<>' }, 'sent by a machine: it has no return address'],
  ])('MAIL-6 · is certain by one sign that mail programs of people never write: %o', (headers, reason) => {
    expect(signsOf(headers)).toEqual({ reason, isCertain: true, looks: 0 });
  });

  it.each([
    [{ 'list-unsubscribe': '<https://crm.example.test/u/1>' }, 'from a mailing list', 1],
    [{ precedence: 'list' }, 'from a mailing list', 1],
    [{ precedence: 'bulk' }, 'sent in bulk', 1],
    [{ precedence: 'junk', 'list-unsubscribe': '<mailto:no@example.test>' }, 'from a mailing list', 2],
  ])('MAIL-6 · is only likely by a sign that mail programs of people also write: %o', (headers, reason, looks) => {
    expect(signsOf(headers)).toEqual({ reason, isCertain: false, looks });
  });

  it('MAIL-6 · is recognized by its sender, and is a likely out-of-office reply by its subject', () => {
    expect(signsOf({}, { from: 'postmaster@example.test' })).toMatchObject({
      reason: 'sent by a mail server',
      isCertain: true,
    });
    expect(signsOf({}, { subject: 'Out of office: until Monday' })).toMatchObject({
      reason: 'an automatic reply',
      isCertain: false,
    });
  });

  it('MAIL-6 · is not one that declares a human author', () => {
    expect(signsOf({ 'auto-submitted': 'no', 'x-autoreply': 'no', 'return-path': '<cora@example.test>' })).toBeNull();
  });

  const looking: Automatic = { reason: 'sent in bulk', isCertain: false, looks: 1 };
  it.each([
    [{ ...looking, isCertain: true }, true, false, true],
    [looking, true, false, false],
    [looking, true, true, true],
    [looking, false, false, true],
  ])(
    'MAIL-6 · is ignored, unless it is from a customer who may be a person (%o, %s, %s)',
    (signs, isOfCustomer, isNoteToUs, ignored) => {
      expect(isIgnored(signs, { isOfCustomer, isNoteToUs })).toBe(ignored);
    },
  );
});
