import { describe, expect, it } from 'vitest';
import { mailReader, maskInWorker, openQueued, parseInWorker, readBeginning } from './parse-in-worker.ts';

const head = 'From: Eve <eve@elsewhere.test>\r\nSubject: Much\r\n';
const small = Buffer.from(`${head}\r\nHello`);
const long = Buffer.from(`${head}Content-Type: text/html\r\n\r\n${'<div>'.repeat(2_000_000)}`);
const html = Buffer.from(`${head}Content-Type: text/html\r\n\r\n${'<div>'.repeat(200_000)}`);
describe('an email parsed in a worker', () => {
  it('MAIL-6 · that is built to overload a server blocks nothing', async () => {
    await parseInWorker(small);
    let [turns, isRead] = [0, false];
    const count = () => {
      turns += 1;
      if (!isRead) setImmediate(count);
    };
    setImmediate(count);
    expect(await parseInWorker(html)).toMatchObject({ subject: 'Much' });
    isRead = true;
    expect(turns).toBeGreaterThan(1_000);
  });

  it('MAIL-6 · that takes too long is given up, and the next one is read', async () => {
    const [late, next] = await Promise.all([parseInWorker(html, { patience: 1 }), parseInWorker(small)]);
    expect(late).toEqual({ unreadable: 'It takes too long to read.' });
    expect(next).toMatchObject({ subject: 'Much', answer: 'Hello' });
  });

  it('MAIL-6 · that crashes its worker is given up, and the next one is read by another worker', async () => {
    const reading = Promise.all([parseInWorker(html), parseInWorker(small)]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    mailReader('incoming').end();
    const [large, next] = await reading;
    expect(large).toEqual({ unreadable: expect.stringMatching(/^It takes too much memory to read/) });
    expect(next).toMatchObject({ answer: 'Hello' });
  });

  it('MAIL-6 · that is slow does not block users who open another one', async () => {
    const open = () => openQueued('Ava', () => parseInWorker(small, { by: 'opened' }));
    await open();
    let isRead = false;
    const reading = parseInWorker(long, { patience: 300_000 }).finally(() => {
      isRead = true;
    });
    expect(await open()).toMatchObject({ answer: 'Hello' });
    expect(isRead).toBe(false);
    mailReader('incoming').end();
    await reading;
  });

  it('ACC-12 · that one user opens many times is loaded once at a time, and nobody else waits', async () => {
    const order: string[] = [];
    let [loaded, most] = [0, 0];
    const open = async (person: string, name: string) => {
      await openQueued(person, async () => {
        loaded += 1;
        most = Math.max(most, loaded);
        await new Promise((resolve) => setTimeout(resolve, 20));
        loaded -= 1;
        return small;
      });
      order.push(name);
    };
    const own = Array.from({ length: 6 }, (_, at) => open('Ava', `Ava ${at}`));
    await Promise.all([...own, open('Ada', 'Ada')]);
    expect(most).toBe(2);
    expect(order.indexOf('Ada')).toBeLessThan(3);
  });

  it('MAIL-6 · with very many short lines is not parsed, but its sender is known', async () => {
    const lines = Buffer.from(`${head}\r\n${'\r\n'.repeat(160_000)}`);
    expect(await parseInWorker(lines)).toEqual({ unreadable: 'It has too many lines.' });
    expect(await readBeginning(lines)).toMatchObject({ from: [{ address: 'eve@elsewhere.test', name: 'Eve' }] });
  });

  it('ACC-12 · has a sender and a subject of one line each, without marks that turn them round', async () => {
    const encoded = (text: string) => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;
    const from = `${encoded('A\r\nB\u202egnorw')} <eve@elsewhere.test>`;
    const mail = await parseInWorker(Buffer.from(`From: ${from}\r\nSubject: ${encoded('To\u202erit')}\r\n\r\nHello`));
    expect(mail).toMatchObject({ from: [{ address: 'eve@elsewhere.test', name: 'A Bgnorw' }], subject: 'Torit' });
  });

  it('ACC-12, MAIL-8 · shows no path in a file name, no address in a sender name, and no valid token', async () => {
    const to = `case+CS0001001.${'0123456789abcdef'.repeat(2)}@casebridge.local`;
    const body = `--b\r\n\r\nWrite to ${to}\r\n--b\r\nContent-Disposition: attachment; filename="../../in ${to}.exe"\r\n\r\nx\r\n--b--`;
    const type = `Subject: Re ${to}\r\nContent-Type: multipart/mixed; boundary=b`;
    const mail = await parseInWorker(
      Buffer.from(`From: "Ava <ava@desk.test> sender verified" <eve@elsewhere.test>\r\n${type}\r\n\r\n${body}`),
    );
    if ('unreadable' in mail) throw new Error(mail.unreadable);
    expect(mail.from).toEqual([{ address: 'eve@elsewhere.test', name: 'Ava' }]);
    expect(mail.files.map(({ name }) => name)).toEqual(['in case+CS0001001@casebridge.local.exe']);
    expect(mail.subject).toBe('Re case+CS0001001@casebridge.local');
    expect(mail.answer).toBe('Write to case+CS0001001@casebridge.local');
  });

  it('MAIL-8 · can be downloaded without the valid tokens', async () => {
    const to = `case+CS0001001.${'0123456789abcdef'.repeat(2)}@casebridge.local`;
    const mail = await maskInWorker(Buffer.from(`To: ${to}\r\n\r\nHello`));
    if ('unreadable' in mail) throw new Error(mail.unreadable);
    expect(Buffer.from(mail).toString()).toBe(`To: case+CS0001001.${'x'.repeat(32)}@casebridge.local\r\n\r\nHello`);
  });

  it('MAIL-6 · is parsed completely there: of a long header only a beginning is returned', async () => {
    const failed = `zoe@zenith.example, ${'a'.repeat(400_000)}`;
    const mail = await parseInWorker(Buffer.from(`${head}X-Failed-Recipients: ${failed}\r\n\r\nUndeliverable`));
    if ('unreadable' in mail) throw new Error(mail.unreadable);
    expect(mail.bounce?.failed.map(({ address }) => address)).toEqual(['zoe@zenith.example']);
    expect(mail.header('x-failed-recipients').map((value) => value.length)).toEqual([4_000]);
  });

  it('MAIL-4 · has readable headers, and its files unchanged', async () => {
    const file =
      '--b\r\nContent-Disposition: attachment; filename=log.bin\r\nContent-Transfer-Encoding: base64\r\n\r\nAP8=\r\n--b--';
    const mail = await parseInWorker(
      Buffer.from(`${head}X-One: 1\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${file}`),
    );
    if ('unreadable' in mail) throw new Error(mail.unreadable);
    expect(mail.header('x-one')).toEqual(['1']);
    expect(mail.files.map(({ name, content }) => [name, [...content]])).toEqual([['log.bin', [0, 255]]]);
  });
});
