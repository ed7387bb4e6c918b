import { notifyUnauthorized } from './unauthorized.ts';

/** REC-5 · A refused request; its message is the rule's sentence. */
export class RefusedAnswer extends Error {}

/** Requests JSON in the shape that the caller expects; `body` replaces a long query. Any failure throws. */
export async function fetchJson<T>(address: string, signal?: AbortSignal, body?: object): Promise<T> {
  const post = body && { method: 'POST', body: JSON.stringify(body) };
  const headers = { accept: 'application/json', ...(body ? { 'content-type': 'application/json' } : {}) };
  const response = await fetch(address, { ...post, headers, signal: signal ?? null });
  if (response.status === 401) {
    notifyUnauthorized();
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
