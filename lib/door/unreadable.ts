import type { IncomingHttpHeaders } from 'node:http';
import { parseAndValidateFlightRouterState } from 'next/dist/server/app-render/parse-and-validate-flight-router-state.js';

/** What is asked of the product: pages and answers are read, calls are sent. Everything else is no method here. */
export const METHODS = ['GET', 'HEAD', 'POST', 'OPTIONS'];
/** A file is only read: the framework answers 500 to whoever wants something else of it. */
const METHODS_OF_FILES = ['GET', 'HEAD'];

type RequestHead = {
  method?: string | undefined;
  url?: string | undefined;
  httpVersion: string;
  headers: IncomingHttpHeaders;
};

/** Q-13 · The status for a request that nobody can make sense of: 405 for its method, 400 for its address; null otherwise. */
export function statusOfUnreadable({ method = '', url = '', httpVersion, headers }: RequestHead): 400 | 405 | null {
  if (!METHODS.includes(method)) return 405;
  const readable =
    isAddress(url) && isHost(headers.host, httpVersion) && isRouterState(headers['next-router-state-tree']);
  return readable ? null : 400;
}

/** ACC-12 · The framework looks for each parameter among all of them: an address of some thousands would hold everybody up. */
const MOST_PARAMETERS = 200;

/** Whether a path of this server can be decoded, names nothing that a file system or a database cannot hold, and asks for no more than a page knows. */
function isAddress(url: string): boolean {
  const [path = ''] = url.split('?');
  const isPath = path.startsWith('/') && decoded(path)?.includes('\0') === false;
  return isPath && url.slice(path.length).split('&', MOST_PARAMETERS + 1).length <= MOST_PARAMETERS;
}

/** Q-13 · Whether something else is wanted of a file than to read it: its path ends as the name of one does, as no page's does. */
export function isCallOfFile({ method = '', url = '' }: Pick<RequestHead, 'method' | 'url'>): boolean {
  const [path = ''] = url.split('?');
  const isFile = !path.startsWith('/api/') && /\.[a-z\d]{1,5}$/i.test(decoded(path) ?? '');
  return isFile && !METHODS_OF_FILES.includes(method);
}

/** Only what was written before there were hosts may name none. */
function isHost(host: string | undefined, httpVersion: string): boolean {
  return host === undefined ? httpVersion === '1.0' : URL.canParse(`http://${host}`);
}

/** What the framework's router says that it shows, asked as the framework asks: it answers 500 where it cannot read that. */
function isRouterState(state: string | string[] | undefined): boolean {
  try {
    parseAndValidateFlightRouterState(state);
    return true;
  } catch {
    return false;
  }
}

/** The text without percent signs; null where these stand for nothing. */
export function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
