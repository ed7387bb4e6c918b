import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail that was taken; `at`: by the clock of `performance`. */
export type Received = { from: string; to: string; raw: string; at: number };

export type Sink = { url: string; received: Received[]; close(): Promise<void> };

type Manner = {
  /** Recipients that it does not know, and what it says of them. */
  refuses?: Readonly<Record<string, { code: number; says: string }>>;
  /** What it says to a mail itself. */
  refusesMails?: { code: number; says: string };
  /** The password that it takes; none: it asks for none. */
  password?: string;
  /** Hears of each mail when it is taken, and before its sender does. */
  onTaken?: (received: readonly Received[]) => void;
};

const refusal = ({ code, says }: { code: number; says: string }) =>
  Object.assign(new Error(says), { responseCode: code });

/** A mail server that keeps what it gets. */
export async function smtpSink({ refuses = {}, refusesMails, password, onTaken }: Manner = {}): Promise<Sink> {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: password === undefined,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onAuth: (auth, _session, done) =>
      auth.password === password ? done(null, { user: 'desk' }) : done(refusal({ code: 535, says: 'No' })),
    onRcptTo({ address }, _session, done) {
      const no = refuses[address];
      done(no ? refusal(no) : null);
    },
    onData(stream, { envelope }, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        if (refusesMails) return done(refusal(refusesMails));
        const from = envelope.mailFrom ? envelope.mailFrom.address : '';
        const raw = Buffer.concat(parts).toString();
        received.push({ from, to: envelope.rcptTo.map(({ address }) => address).join(), raw, at: performance.now() });
        onTaken?.(received);
        done(null);
      });
    },
  });
  server.on('error', () => {});
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  return {
    url: `smtp://127.0.0.1:${portOf(listening)}`,
    received,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** By which a mail is known, however often it comes. */
export const messageIdOf = ({ raw }: Received) => /^Message-ID: (.+)$/im.exec(raw)?.[1] ?? '';

/** A server that takes connections and says nothing. */
export async function silentServer(): Promise<Sink> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `smtp://127.0.0.1:${portOf(server)}`,
    received: [],
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

const portOf = (server: Server) => (server.address() as AddressInfo).port;
