import { tellUnauthorized } from './unauthorized.ts';

/** REC-5 · What an address refuses; its message is the sentence of the rule. */
export class RefusedAnswer extends Error {}

/** What an address answers as JSON, in the shape that the caller knows, asked with `body` where that is too much for an address; anything but a success is an error. */
export async function fetchJson<T>(address: string, signal?: AbortSignal, body?: object): Promise<T> {
  const asked = body && { method: 'POST', body: JSON.stringify(body) };
  const headers = { accept: 'application/json', ...(body ? { 'content-type': 'application/json' } : {}) };
  const response = await fetch(address, { ...asked, headers, signal: signal ?? null });
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
