import { tellUnauthorized } from '#components/ui/unauthorized.ts';
import { afterAnswer, type Step } from '#lib/technician-day/outbox.ts';

function requestOf({ stepId, number, at, what }: Step): [address: string, init: RequestInit] {
  if (what.kind === 'file') {
    const query = new URLSearchParams({ kind: 'work_order_task', number, name: what.name, stepId, at });
    const headers = { 'content-type': what.file.type || 'application/octet-stream' };
    return [`/api/attachments?${query}`, { method: 'POST', body: what.file, headers }];
  }
  const body = JSON.stringify({ stepId, number, at, ...what });
  return ['/api/my-day/steps', { method: 'POST', body, headers: { 'content-type': 'application/json' } }];
}

/** The step as it is after it was sent; null where it has to be sent later. */
export async function sendStep(step: Step): Promise<Step | null> {
  const [address, init] = requestOf(step);
  const response = await fetch(address, init).catch(() => null);
  if (!response) return null;
  if (response.status === 401) tellUnauthorized();
  const said = await response.json().catch(() => null);
  // Somebody on the way answered, and not the server: a hotel's page of sign-in does.
  return said === null ? null : afterAnswer(step, { status: response.status, said });
}
