import { tellUnauthorized } from './unauthorized.ts';

/** REC-5 · What an address refuses; its message is the sentence of the rule. */
export class RefusedAnswer extends Error {}

/** What an address answers as JSON, in the shape that the caller knows; anything but a success is an error. */
export async function fetchJson<T>(address: string, signal?: AbortSignal): Promise<T> {
  const response = await fetch(address, { ...(signal ? { signal } : {}), headers: { accept: 'application/json' } });
  if (response.status === 401) {
    tellUnauthorized();
    throw new RefusedAnswer('Your session has ended.');
  }
  if (!response.ok) throw (await refusalIn(response)) ?? new Error(`${address} answered ${response.status}`);
  return await response.json();
}

async function refusalIn(response: Response): Promise<RefusedAnswer | null> {
  if (!response.headers.get('content-type')?.startsWith('application/json')) return null;
  const answer: { rule?: string; message?: string } | null = await response.json().catch(() => null);
  return answer?.rule && answer.message ? new RefusedAnswer(answer.message) : null;
}
