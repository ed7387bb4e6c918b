import { once } from 'node:events';
import { connect } from 'node:net';
import { runOnce } from 'graphile-worker';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import { workerOptions } from '#lib/jobs/worker.ts';
import { db } from '#lib/platform/db.ts';
import { aCase, commentsOf, world } from '#lib/testing/world.ts';
import { type Listener, listen } from './listener.ts';

const w = await world();
let listener: Listener;
beforeAll(async () => {
  listener = await listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => listener.close());

const transport = () => createTransport({ host: '127.0.0.1', port: listener.port, ignoreTLS: true });

/** A case with Cora's reply address. */
async function answerable() {
  const theCase = await aCase(w);
  await addEntry(w.ava, { kind: 'case', number: theCase.number, type: 'comment', text: 'Which modem?' });
  const { replyToken } = await db().mail.findFirstOrThrow({ where: { taskId: theCase.id, recipientId: w.cora.id } });
  return { theCase, to: `case+${theCase.number}.${replyToken}@casebridge.local` };
}

/** The server's answers to lines that are sent without waiting. */
async function conversation(lines: readonly string[]): Promise<string> {
  const socket = connect(listener.port, '127.0.0.1');
  let said = '';
  socket.on('data', (data) => {
    said += data.toString();
    const line = lines[said.split('\r\n').filter((each) => /^\d{3} /.test(each)).length - 1];
    if (line) socket.write(`${line}\r\n`);
    else socket.end();
  });
  await once(socket, 'close');
  return said;
}

describe('the listener', () => {
  it('MAIL-3 · receives a reply to a case, which appears in its comments once the job has run', async () => {
    const { theCase, to } = await answerable();
    await transport().sendMail({ from: 'cora.customer@example.test', to, subject: 'Re', text: 'The black one.' });
    await runOnce(workerOptions());
    expect(await commentsOf(theCase)).toContain('The black one.');
  });

  it('MAIL-3 · reads the recipient from the envelope', async () => {
    const { theCase, to } = await answerable();
    const envelope = { from: 'cora.customer@example.test', to };
    await transport().sendMail({
      envelope,
      from: envelope.from,
      to: 'undisclosed@example.test',
      text: 'By the envelope.',
    });
    await runOnce(workerOptions());
    expect(await commentsOf(theCase)).toContain('By the envelope.');
  });

  it('MAIL-6 · accepts sixty connections of one address, and new ones when those have ended', async () => {
    const open = async () => {
      const socket = connect(listener.port, '127.0.0.1');
      const [greeting] = await once(socket, 'data');
      return { socket, greeting: String(greeting).slice(0, 3) };
    };
    const greetings = async () => {
      const all = await Promise.all(Array.from({ length: 63 }, open));
      for (const { socket } of all) socket.destroy();
      return all.map(({ greeting }) => greeting).toSorted();
    };
    const sixty = [...Array(60).fill('220'), ...Array(3).fill('421')];
    expect(await greetings()).toEqual(sixty);
    await expect.poll(greetings).toEqual(sixty);
    await expect.poll(async () => (await conversation(['QUIT'])).slice(0, 3)).toBe('220');
  });

  it.each([
    ['nobody@casebridge.local'],
    ['support@elsewhere.test'],
    ['case+CS0001001.00000000000000000000000000000000@casebridge.local'],
  ])('MAIL-3 · refuses %s with 550: no relay, and no guessing of tokens', async (to) => {
    await expect(transport().sendMail({ from: 'a@b.test', to, text: 'Hello' })).rejects.toMatchObject({
      responseCode: 550,
    });
  });

  it('MAIL-3 · refuses a token with the number of another case', async () => {
    const { theCase, to } = await answerable();
    const wrong = to.replace(theCase.number, 'CS9999999');
    await expect(transport().sendMail({ from: 'a@b.test', to: wrong, text: 'Hello' })).rejects.toMatchObject({
      responseCode: 550,
    });
  });

  it('MAIL-6 · refuses an email of 50 MB before it is sent, and accepts the next one', async () => {
    const before = await db().incomingMail.count();
    const large = {
      from: 'cora.customer@example.test',
      to: 'support@casebridge.local',
      text: `${'a'.repeat(70)}\n`.repeat(700_000),
    };
    await expect(transport().sendMail(large)).rejects.toMatchObject({ responseCode: 552 });
    await transport().sendMail({ ...large, text: 'Small.' });
    expect(await db().incomingMail.count()).toBe(before + 1);
  });

  it('MAIL-6 · refuses an unannounced email of 50 MB after it is received', async () => {
    const before = await db().incomingMail.count();
    const socket = connect(listener.port, '127.0.0.1');
    let said = '';
    socket.on('data', (data) => {
      said += data.toString();
    });
    const step = async (line: string, until: RegExp) => {
      socket.write(line);
      while (!until.test(said)) await once(socket, 'data');
    };
    await step('', /^220/m);
    await step('EHLO x\r\n', /^250 /m);
    await step('MAIL FROM:<cora.customer@example.test>\r\n', /Accepted|250 .*from/i);
    await step('RCPT TO:<support@casebridge.local>\r\nDATA\r\n', /^354/m);
    for (let n = 0; n < 50; n++) if (!socket.write(`${'a'.repeat(998)}\r\n`.repeat(1_000))) await once(socket, 'drain');
    await step('\r\n.\r\n', /^552/m);
    socket.end();
    expect(await db().incomingMail.count()).toBe(before);
  });

  it('MAIL-6 · disconnects a client that splits an email into very many pieces, and accepts the next email', async () => {
    const { theCase, to } = await answerable();
    const dots = `Subject: Dots\r\n\r\n${'..\r\n'.repeat(60_000)}`;
    const said = await conversation(['HELO eve', 'MAIL FROM:<eve@elsewhere.test>', `RCPT TO:<${to}>`, 'DATA', dots]);
    expect(said).toContain('421 4.7.0 The email comes in too many pieces');
    await transport().sendMail({ from: 'cora.customer@example.test', to, subject: 'Re', text: '.. It is black.' });
    await runOnce(workerOptions());
    expect(await commentsOf(theCase)).toContain('.. It is black.');
  });

  it('MAIL-6 · disconnects a client that tries many unknown addresses', async () => {
    const tries = Array.from({ length: 11 }, (_, at) => `RCPT TO:<nobody${at}@casebridge.local>`);
    const said = await conversation(['HELO eve', 'MAIL FROM:<eve@elsewhere.test>', ...tries, 'QUIT']);
    expect(said.match(/^550 /gm)).toHaveLength(10);
    expect(said).toContain('421 4.7.0 Too many addresses');
  });

  it('MAIL-6 · disconnects a client whose command is too long, before reading it', async () => {
    const said = await conversation(['HELO eve', `MAIL FROM:<eve@elsewhere.test> ${'0 '.repeat(600)}`, 'QUIT']);
    expect(said).not.toContain('Accepted');
    expect(said.split('\r\n').filter((line) => /^[25]\d\d /.test(line)).length).toBeLessThanOrEqual(3);
    expect(await conversation(['HELO eve', 'MAIL FROM:<eve@elsewhere.test> SIZE=1000', 'QUIT'])).toContain('Accepted');
  });

  it('MAIL-6 · offers neither authentication nor encryption that it does not have', async () => {
    const said = await conversation(['EHLO x', 'AUTH PLAIN AGEAYg==', 'QUIT']);
    expect(said).not.toMatch(/250[ -](AUTH|STARTTLS)/);
    expect(said).toMatch(/^5\d\d /m);
  });

  it('MAIL-6 · a silent connection does not block others', async () => {
    const silent = Array.from({ length: 20 }, () => connect(listener.port, '127.0.0.1'));
    await Promise.all(silent.map((socket) => once(socket, 'data')));
    const begun = Date.now();
    await transport().sendMail({ from: 'cora.customer@example.test', to: 'support@casebridge.local', text: 'Next.' });
    expect(Date.now() - begun).toBeLessThan(5_000);
    for (const socket of silent) socket.destroy();
  });

  it('MAIL-7 · fifty at once are all stored', async () => {
    const before = await db().incomingMail.count();
    const mail = { from: 'cora.customer@example.test', to: 'support@casebridge.local' };
    await Promise.all(Array.from({ length: 50 }, (_, n) => transport().sendMail({ ...mail, text: `Number ${n}` })));
    expect(await db().incomingMail.count()).toBe(before + 50);
  });
});
