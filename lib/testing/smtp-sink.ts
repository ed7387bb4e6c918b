import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail that was taken; `at`: by the clock of `performance`. */
export type Received = { from: string; to: string; raw: string; at: number };

export type Sink = { url: string; received: Received[]; close(): Promise<void> };

/** How a server is; what a test changes counts from then on. */
export type Manner = {
  /** Where it listens; any free port unless given. */
  port?: number;
  /** What it says to who connects, to who says whose mail it is, and to a mail itself, instead of yes. */
  greets?: Answer;
  refusesSenders?: Answer;
  /** Recipients that it does not know, and what it says of them. */
  refuses?: Readonly<Record<string, Answer>>;
  refusesMails?: Answer;
  /** In milliseconds, to take a mail. */
  takes?: number;
  /** Never says what it does with a mail. */
  hangs?: boolean;
  /** The password that it takes; none: it asks for none. */
  password?: string;
  /** Hears of each mail when it is taken, and before its sender does. */
  onTaken?: (received: readonly Received[]) => void;
};

type Answer = { code: number; says: string };

const refusal = ({ code, says }: Answer) => Object.assign(new Error(says), { responseCode: code });

/** A mail server that keeps what it gets. */
export async function smtpSink(manner: Manner = {}): Promise<Sink> {
  const received: Received[] = [];
  const { password } = manner;
  const says = (answer: Answer | undefined, done: (error?: Error | null) => void) =>
    done(answer ? refusal(answer) : null);
  const server = new SMTPServer({
    authOptional: password === undefined,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onAuth: (auth, _session, done) =>
      auth.password === password ? done(null, { user: 'desk' }) : done(refusal({ code: 535, says: 'No' })),
    onConnect: (_session, done) => says(manner.greets, done),
    onMailFrom: (_address, _session, done) => says(manner.refusesSenders, done),
    onRcptTo: ({ address }, _session, done) => says(manner.refuses?.[address], done),
    onData(stream, { envelope }, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      const answer = () => {
        if (manner.refusesMails) return done(refusal(manner.refusesMails));
        const from = envelope.mailFrom ? envelope.mailFrom.address : '';
        const raw = Buffer.concat(parts).toString();
        received.push({ from, to: envelope.rcptTo.map(({ address }) => address).join(), raw, at: performance.now() });
        manner.onTaken?.(received);
        done(null);
      };
      stream.on('end', () => {
        if (!manner.hangs) setTimeout(answer, manner.takes ?? 0);
      });
    },
  });
  server.on('error', () => {});
  const listening = server.listen(manner.port ?? 0, '127.0.0.1');
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
export async function silentServer(port = 0): Promise<Sink> {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `smtp://127.0.0.1:${portOf(server)}`,
    received: [],
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

const portOf = (server: Server) => (server.address() as AddressInfo).port;
