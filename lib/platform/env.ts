/** A variable that the start always sets; a missing one is a fault of how the server was started. */
function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set.`);
  return value;
}

/** ACC-6 · the secret that session cookies are signed with. */
export const authSecret = () => required('AUTH_SECRET');

/** Where PostgreSQL is. */
export const databaseUrl = () => required('DATABASE_URL');

/** The address that people open, without a slash at its end: `https://desk.example.com`. */
export const appUrl = () => process.env.APP_URL || `http://localhost:${process.env.PORT || 3000}`;

/** Q-15 · whether people reach the server through TLS: then cookies are Secure and browsers are told to stay with it. */
export const isBehindTls = () => appUrl().startsWith('https://');

/** ACC-3 · whether a reverse proxy in front says where requests come from. */
export const trustsProxy = () => process.env.TRUST_PROXY === '1';

/**
 * MAIL-2 · What stands behind the @ of a mail's Message-ID: the host that people open, where it has a name of its own. It is
 * written with the mail, so that it stays when the host is renamed.
 */
export function mailDomain(): string {
  const { hostname } = new URL(appUrl());
  return /\.[a-z][a-z\d-]*$/.test(hostname) ? hostname : 'casebridge.local';
}

/** MAIL-1 · The server that takes the product's mails, with user and password; null: they stay in the built-in mailbox. */
export const smtpUrl = () => process.env.SMTP_URL || null;

/** ADM-11 · What a monitor shows to read figures of this server; null: nobody reads them. */
export const metricsToken = () => process.env.METRICS_TOKEN || null;

/** MAIL-3 · Where mails are taken in by SMTP, as `host:port`; null: nowhere. */
export function mailListen(): { host: string; port: number } | null {
  const [, host = '', port = ''] = /^(.+):(\d{1,5})$/.exec(process.env.MAIL_LISTEN ?? '') ?? [];
  return host ? { host: host.replaceAll(/^\[|\]$/g, ''), port: Number(port) } : null;
}

/** MAIL-3 · The mailbox that is read, with user, password and folder; null: none. */
export const imapUrl = () => process.env.IMAP_URL || null;

/** How much the log says: `debug`, `info`, `warn`, `error` or `silent`. */
export const logLevel = () => process.env.LOG_LEVEL || 'info';

/** The folder for files that are not in the database. */
export const dataFolder = () => process.env.CASEBRIDGE_DATA || '.data';
