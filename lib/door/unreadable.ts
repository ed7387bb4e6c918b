import type { IncomingHttpHeaders } from 'node:http';
import { parseAndValidateFlightRouterState } from 'next/dist/server/app-render/parse-and-validate-flight-router-state.js';

/** The methods that the product accepts. */
export const METHODS = ['GET', 'HEAD', 'POST', 'OPTIONS'];
/** Files are read-only. The framework would answer 500 to other methods. */
const METHODS_OF_FILES = ['GET', 'HEAD'];

type RequestHead = {
  method?: string | undefined;
  url?: string | undefined;
  httpVersion: string;
  headers: IncomingHttpHeaders;
};

/** Q-13 · The status for a malformed request: 405 for its method, 400 for its address or headers; null if well-formed. */
export function statusOfUnreadable({ method = '', url = '', httpVersion, headers }: RequestHead): 400 | 405 | null {
  if (!METHODS.includes(method)) return 405;
  const readable =
    isAddress(url) && isHost(headers.host, httpVersion) && isRouterState(headers['next-router-state-tree']);
  return readable ? null : 400;
}

/** ACC-12 · The framework compares every parameter with all others. Thousands of them would block the process. */
const MAX_PARAMETERS = 200;

/** Whether a path can be decoded, has no NUL character, which file system and database reject, and has few parameters. */
function isAddress(url: string): boolean {
  const [path = ''] = url.split('?');
  const isPath = path.startsWith('/') && decoded(path)?.includes('\0') === false;
  return isPath && url.slice(path.length).split('&', MAX_PARAMETERS + 1).length <= MAX_PARAMETERS;
}

/** Q-13 · Whether a request wants to do more with a file than read it. Only file paths end in an extension. */
export function isCallOfFile({ method = '', url = '' }: Pick<RequestHead, 'method' | 'url'>): boolean {
  const [path = ''] = url.split('?');
  const isFile = !path.startsWith('/api/') && /\.[a-z\d]{1,5}$/i.test(decoded(path) ?? '');
  return isFile && !METHODS_OF_FILES.includes(method);
}

/** Only HTTP/1.0 may omit the host. */
function isHost(host: string | undefined, httpVersion: string): boolean {
  return host === undefined ? httpVersion === '1.0' : URL.canParse(`http://${host}`);
}

/** Validates the router state as the framework does, which answers 500 if it can't be parsed. */
function isRouterState(state: string | string[] | undefined): boolean {
  try {
    parseAndValidateFlightRouterState(state);
    return true;
  } catch {
    return false;
  }
}

/** The decoded text; null if its percent encoding is invalid. */
export function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
