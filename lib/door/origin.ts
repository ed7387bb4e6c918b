interface Incoming {
  method: string;
  headers: Pick<Headers, 'get'>;
}

const READING = ['GET', 'HEAD'];
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/**
 * ACC-5 · Whether a request that may change data was sent by a page of another site. Clients that are not browsers send
 * neither header, and have no cookie to abuse.
 */
export function isCrossOrigin({ method, headers }: Incoming, appUrl: string): boolean {
  if (READING.includes(method)) return false;
  const origin = headers.get('origin');
  if (origin !== null) return !isOwn(origin, appUrl);
  return headers.get('sec-fetch-site') === 'cross-site';
}

/** Loopback names are equal: `localhost` and `127.0.0.1` open the same server. */
function isOwn(origin: string, appUrl: string): boolean {
  if (!URL.canParse(origin)) return false;
  const sender = new URL(origin);
  const appOrigin = new URL(appUrl);
  if (sender.origin === appOrigin.origin) return true;
  const bothHere = LOOPBACK.includes(sender.hostname) && LOOPBACK.includes(appOrigin.hostname);
  return bothHere && sender.protocol === appOrigin.protocol && sender.port === appOrigin.port;
}
