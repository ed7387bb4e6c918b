import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { titleOf } from './open-case.ts';
import { asMail, type ParsedMail, parseMail } from './parse-mail.ts';
import { headerBlock, valuesOf } from './raw-headers.ts';
import { senderVerdict } from './rules/authentication.ts';
import { automaticSigns } from './rules/automatic.ts';
import { newText } from './rules/new-text.ts';
import { tokensAmong } from './rules/recipients.ts';

const corpus = globSync(path.join(import.meta.dirname, 'corpus/*.eml')).map((file) => readFileSync(file));

/** Everything computed from an email before the database is queried. */
async function read(raw: Uint8Array): Promise<ParsedMail | { unreadable: string }> {
  valuesOf(headerBlock(raw), 'message-id');
  const plain = await parseMail(raw);
  if ('unreadable' in plain) return plain;
  const mail = asMail(plain);
  senderVerdict(mail.header('authentication-results'), { trusted: 'mx.casebridge.local', address: 'a@b.test' });
  automaticSigns(mail);
  tokensAmong(mail.to);
  titleOf(mail.subject);
  return { ...mail, text: mail.answer };
}

/** An email of the corpus with some bytes replaced, removed or repeated. */
const mutated = fc
  .record({
    mail: fc.constantFrom(...corpus),
    places: fc.array(
      fc.record({ at: fc.nat(), what: fc.constantFrom('replace', 'cut', 'double'), byte: fc.nat(255) }),
      { maxLength: 12 },
    ),
  })
  .map(({ mail, places }) =>
    places.reduce((raw, { at, what, byte }) => {
      const place = at % Math.max(raw.length, 1);
      const after = raw.subarray(what === 'replace' ? place + 1 : Math.min(raw.length, place + (byte % 60)));
      if (what === 'replace') return Buffer.concat([raw.subarray(0, place), Buffer.from([byte]), after]);
      const middle = raw.subarray(place, place + (byte % 60));
      return Buffer.concat([raw.subarray(0, place), ...(what === 'double' ? [middle, middle] : []), after]);
    }, mail),
  );

const isStorable = (text: string) => !text.includes('\0') && text.isWellFormed();

async function isReadOrRefused(raw: Uint8Array): Promise<void> {
  const mail = await read(raw);
  if ('unreadable' in mail) expect(mail.unreadable).not.toBe('');
  else expect([mail.subject, mail.text, ...mail.files.map(({ name }) => name)].every(isStorable)).toBe(true);
}

describe('any incoming email', () => {
  it('MAIL-6 · of random bytes is read or refused, and never blocks the next one', () =>
    fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 3_000 }), isReadOrRefused), { numRuns: 300 }));

  it('MAIL-6 · damaged in transit is read or refused', () =>
    fc.assert(fc.asyncProperty(mutated, isReadOrRefused), { numRuns: 600 }));

  it('MAIL-4 · loses text only as a quote or signature', () =>
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z]{1,8}( [a-z]{1,8}){0,6}\.$/), { minLength: 1, maxLength: 8 }),
        (lines) => {
          expect(newText(lines.join('\n'))).toBe(lines.join('\n'));
        },
      ),
    ));

  it.each([
    [
      '10,000 parts',
      `Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\nContent-Type: text/plain\r\n\r\nHello\r\n'.repeat(10_000)}--b--\r\n`,
    ],
    ['10,000 boundaries', `Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n'.repeat(10_000)}`],
    ['a million lines', `From: a@b.test\r\n\r\n${'\n'.repeat(2_000_000)}`],
    [
      '40 levels',
      Array.from({ length: 40 }, (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`).join(''),
    ],
    ['headers without end', `From: a@b.test\r\n${'X-A: b\r\n'.repeat(200_000)}\r\nHello`],
  ])('MAIL-6 · with %s is refused at once', async (_what, text) => {
    const begun = Date.now();
    expect(await read(Buffer.from(text))).toHaveProperty('unreadable');
    expect(Date.now() - begun).toBeLessThan(3_000);
  });

  it.each([
    ['a line without end', `${'a '.repeat(100_000)}:`],
    ['introductions', 'On a '.repeat(20_000)],
    ['half introductions', `${`On ${'x'.repeat(70)}\n`.repeat(2_000)}`],
    ['signs', `${'> '.repeat(50_000)}\n${'--\n'.repeat(10_000)}`],
    ['HTML', `<div>${'<blockquote><a href="'.repeat(10_000)}`],
  ])('MAIL-6 · of %s is read quickly', async (_what, text) => {
    const begun = Date.now();
    await read(Buffer.from(`From: a@b.test\r\nContent-Type: text/html\r\n\r\n${text}`));
    await read(Buffer.from(`From: a@b.test\r\nContent-Type: text/plain\r\n\r\n${text}`));
    expect(Date.now() - begun).toBeLessThan(8_000);
  });
});
