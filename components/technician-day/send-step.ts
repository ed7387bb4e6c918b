import { notifyUnauthorized } from '#components/ui/unauthorized.ts';
import { type Step, stepAfterResponse } from '#lib/technician-day/outbox.ts';

function requestOf({ stepId, number, at, what }: Step): [address: string, init: RequestInit] {
  if (what.kind === 'file') {
    const query = new URLSearchParams({ kind: 'work_order_task', number, name: what.name, stepId, at });
    const headers = { 'content-type': what.file.type || 'application/octet-stream' };
    return [`/api/attachments?${query}`, { method: 'POST', body: what.file, headers }];
  }
  const body = JSON.stringify({ stepId, number, at, ...what });
  return ['/api/my-day/steps', { method: 'POST', body, headers: { 'content-type': 'application/json' } }];
}

/** The step after it was sent; null: send it later. */
export async function sendStep(step: Step): Promise<Step | null> {
  const [address, init] = requestOf(step);
  const response = await fetch(address, init).catch(() => null);
  if (!response) return null;
  if (response.status === 401) notifyUnauthorized();
  const body = await response.json().catch(() => null);
  // The answer came from a proxy and not from the server, such as a hotel's sign-in page.
  return body === null ? null : stepAfterResponse(step, { status: response.status, said: body });
}
