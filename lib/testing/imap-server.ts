import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

/** A mailbox: its emails in the order of their numbers, and which are marked as seen. */
export type Mailbox = { mails: string[]; seen: Set<number> };

export type ImapServer = { url: string; port: number; close: () => Promise<void> };

/** A minimal IMAP server for reading unseen emails. The mailbox survives its server. */
export async function imapServer({ mails, seen }: Mailbox, port = 0): Promise<ImapServer> {
  const sockets = new Set<Socket>();
  const unseen = () => mails.map((_mail, index) => index + 1).filter((uid) => !seen.has(uid));
  const answers: readonly [RegExp, (uid: number) => string][] = [
    [/^CAPABILITY/, () => '* CAPABILITY IMAP4rev1\r\n'],
    [/^LIST/, () => '* LIST () "/" INBOX\r\n'],
    [
      /^SELECT/,
      () =>
        `* FLAGS (\\Seen)\r\n* ${mails.length} EXISTS\r\n* OK [UIDVALIDITY 1] x\r\n* OK [UIDNEXT ${mails.length + 1}] x\r\n`,
    ],
    [/^UID SEARCH/, () => `* SEARCH ${unseen().join(' ')}\r\n`],
    [
      /^UID FETCH (\d+)/,
      (uid) =>
        `* ${uid} FETCH (UID ${uid} BODY[]<0> {${Buffer.byteLength(mails[uid - 1] ?? '')}}\r\n${mails[uid - 1]})\r\n`,
    ],
    [
      /^UID STORE (\d+)/,
      (uid) => {
        seen.add(uid);
        return '';
      },
    ],
  ];
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {}).on('close', () => sockets.delete(socket));
    socket.write('* OK [CAPABILITY IMAP4rev1] ready\r\n');
    socket.on('data', (data) => {
      for (const line of data.toString().split('\r\n').filter(Boolean)) {
        const [tag = '', ...words] = line.split(' ');
        const command = words.join(' ');
        const [, uid = ''] = /^UID \w+ (\d+)/.exec(command) ?? [];
        const [, answer] = answers.find(([shape]) => shape.test(command)) ?? [];
        socket.write(`${answer?.(Number(uid)) ?? ''}${tag} OK done\r\n`);
      }
    });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const { port: at } = server.address() as AddressInfo;
  return {
    url: `imap://support:secret-word@127.0.0.1:${at}/INBOX`,
    port: at,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
