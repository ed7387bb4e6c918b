import { actionId } from '../scripts/server-under-test.ts';
import type { Request } from './requests.ts';

/** Calls a server action from a page like a browser, and reads the complete response: its result and the re-rendered page. */
export async function callAction(page: Request, name: string, input: unknown, callId: string): Promise<string> {
  const answer = await fetch(page.url, {
    method: 'POST',
    headers: {
      ...page.headers,
      accept: 'text/x-component',
      'content-type': 'text/plain;charset=UTF-8',
      'next-action': actionId(name),
      origin: new URL(page.url).origin,
    },
    body: JSON.stringify([input, callId]),
  });
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`${name} answers ${answer.status}.`);
  return text;
}
