import { createTransport, type Transporter } from 'nodemailer';
import { smtpUrl } from '#lib/platform/env.ts';
import { onStop } from '#lib/platform/lifecycle.ts';

/** Connections of one process to the mail server. */
export const CONNECTIONS = 8;

/** So long a mail server may take, in milliseconds: one that hangs must not hold up a batch beyond its lease. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000, dnsTimeout: 10_000 };

// The framework loads this module more than once in a process, which has one pool.
const cached = globalThis as { casebridgeMail?: { url: string; transport: Transporter } };

/** The way to the mail server of `SMTP_URL`; null: there is none, and mails stay in the built-in mailbox. */
export function mailTransport(): Transporter | null {
  const url = smtpUrl();
  if (url === null) return null;
  if (cached.casebridgeMail?.url !== url) {
    closeTransport();
    // A connection that ends of itself while it was idle costs no mail a try.
    const pool = { pool: true, maxConnections: CONNECTIONS, maxRequeues: 1 } as const;
    const transport = createTransport({ url, ...pool, ...PATIENCE, disableFileAccess: true, disableUrlAccess: true });
    cached.casebridgeMail = { url, transport };
    onStop('mail', closeTransport);
  }
  return cached.casebridgeMail?.transport ?? null;
}

/** Ends the idle connections; a mail that is under way is delivered first. */
export function closeTransport(): void {
  cached.casebridgeMail?.transport.close();
  delete cached.casebridgeMail;
}

/** Somebody waits for it in front of a page. */
const BRIEFLY = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 7_000, dnsTimeout: 5_000 };

/** Connects, signs in and takes leave; throws where the server does not have it. */
export async function greetServer(url: string): Promise<void> {
  const transport = createTransport({ url, ...BRIEFLY });
  try {
    await transport.verify();
  } finally {
    transport.close();
  }
}
