import { createTransport, type Transporter } from 'nodemailer';
import { smtpUrl } from '#lib/platform/env.ts';
import { onStop } from '#lib/platform/lifecycle.ts';

/** Connections of one process to the mail server. */
export const CONNECTIONS = 8;

/** In milliseconds: a mail server that hangs must not hold up a batch beyond its lease. */
const TIMEOUT = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000, dnsTimeout: 10_000 };

// The framework loads this module more than once in a process, but the process needs only one pool.
const cached = globalThis as { casebridgeMail?: { url: string; transport: Transporter } };

/** The transport for `SMTP_URL`; null if there is none, and emails stay in the built-in mailbox. */
export function mailTransport(): Transporter | null {
  const url = smtpUrl();
  if (url === null) return null;
  if (cached.casebridgeMail?.url !== url) {
    closeTransport();
    // An idle connection that the server closes must not count as a failed try.
    const pool = { pool: true, maxConnections: CONNECTIONS, maxRequeues: 1 } as const;
    const transport = createTransport({ url, ...pool, ...TIMEOUT, disableFileAccess: true, disableUrlAccess: true });
    cached.casebridgeMail = { url, transport };
    onStop('mail', closeTransport);
  }
  return cached.casebridgeMail?.transport ?? null;
}

/** Closes idle connections; an email in progress is delivered first. */
export function closeTransport(): void {
  cached.casebridgeMail?.transport.close();
  delete cached.casebridgeMail;
}

/** Shorter: a user waits for the result on a page. */
const BRIEFLY = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 7_000, dnsTimeout: 5_000 };

/** Connects, signs in and disconnects; throws if the server refuses. */
export async function greetServer(url: string): Promise<void> {
  const transport = createTransport({ url, ...BRIEFLY });
  try {
    await transport.verify();
  } finally {
    transport.close();
  }
}
