import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A received email; `at`: time on the clock of `performance`. */
export type Received = { from: string; to: string; raw: string; at: number };

export type Sink = { url: string; received: Received[]; close(): Promise<void> };

/** The server's behavior; changes apply immediately. */
export type SinkBehavior = {
  /** Port to listen on; any free port by default. */
  port?: number;
  /** Its answers, instead of acceptance, to a connection, to a sender and to an email. */
  greets?: Answer;
  refusesSenders?: Answer;
  /** Rejected recipients, and the answer for each. */
  refuses?: Readonly<Record<string, Answer>>;
  refusesMails?: Answer;
  /** Milliseconds that it takes to accept an email. */
  takes?: number;
  /** Never answers an email. */
  hangs?: boolean;
  /** The password that it accepts; if none, it asks for none. */
  password?: string;
  /** Called for each accepted email, before the sender gets the answer. */
  onTaken?: (received: readonly Received[]) => void;
};

type Answer = { code: number; says: string };

const refusal = ({ code, says }: Answer) => Object.assign(new Error(says), { responseCode: code });

/** A mail server that stores the emails it receives. */
export async function smtpSink(manner: SinkBehavior = {}): Promise<Sink> {
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

/** Identifies an email across repeated deliveries. */
export const messageIdOf = ({ raw }: Received) => /^Message-ID: (.+)$/im.exec(raw)?.[1] ?? '';

/** A server that accepts connections and never answers. */
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
