/** A variable that is always set at startup; a missing variable means that the server was started incorrectly. */
function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set.`);
  return value;
}

/** ACC-6 · The secret that signs session cookies. */
export const authSecret = () => required('AUTH_SECRET');

/** The address of PostgreSQL. */
export const databaseUrl = () => required('DATABASE_URL');

/** The public address of the product, without a slash at its end: `https://desk.example.com`. */
export const appUrl = () => process.env.APP_URL || `http://localhost:${process.env.PORT || 3000}`;

/** Q-15 · Whether users reach the server through TLS: then cookies are Secure and browsers get HSTS. */
export const isBehindTls = () => appUrl().startsWith('https://');

/** ACC-3 · Whether a reverse proxy in front reports the client's address. */
export const trustsProxy = () => process.env.TRUST_PROXY === '1';

/**
 * MAIL-2 · The domain of a mail's Message-ID: the public host, if it has a domain name of its own. It is stored with the
 * mail, so that it survives a renamed host.
 */
export function mailDomain(): string {
  const { hostname } = new URL(appUrl());
  return /\.[a-z][a-z\d-]*$/.test(hostname) ? hostname : 'casebridge.local';
}

/** MAIL-1 · The SMTP server for outgoing mail, with user and password; null: mails stay in the built-in mailbox. */
export const smtpUrl = () => process.env.SMTP_URL || null;

/** ADM-11 · The token with which a monitor reads this server's metrics; null: metrics are off. */
export const metricsToken = () => process.env.METRICS_TOKEN || null;

/** MAIL-3 · The address where mails are received by SMTP, as `host:port`; null: SMTP is off. */
export function mailListen(): { host: string; port: number } | null {
  const [, host = '', port = ''] = /^(.+):(\d{1,5})$/.exec(process.env.MAIL_LISTEN ?? '') ?? [];
  return host ? { host: host.replaceAll(/^\[|\]$/g, ''), port: Number(port) } : null;
}

/** MAIL-3 · The mailbox from which mails are read, with user, password and folder; null: none. */
export const imapUrl = () => process.env.IMAP_URL || null;

/** The log level: `debug`, `info`, `warn`, `error` or `silent`. */
export const logLevel = () => process.env.LOG_LEVEL || 'info';

/** The folder for files that are stored outside the database. */
export const dataFolder = () => process.env.CASEBRIDGE_DATA || '.data';
