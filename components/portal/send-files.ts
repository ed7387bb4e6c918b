import { notifyUnauthorized } from '#components/ui/unauthorized.ts';

type Sending = { address: string; file: File; onShare: (share: number) => void; signal: AbortSignal };

/** The upload address for files of a case. */
export const filesOfCase = (number: string) => (name: string) =>
  `/api/attachments?${new URLSearchParams({ kind: 'case', number, name })}`;

/** Uploads a file and reports its progress, from 0 to 1. Returns the answer, or null after a refusal or without an answer. */
export function sendFile({ address, file, onShare, signal }: Sending): Promise<unknown> {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  const request = new XMLHttpRequest();
  const fail = () => resolve(null);
  request.upload.addEventListener('progress', ({ loaded, total }) => onShare(total === 0 ? 1 : loaded / total));
  request.addEventListener('error', fail);
  request.addEventListener('abort', fail);
  request.addEventListener('load', () => {
    if (request.status === 401) notifyUnauthorized();
    resolve(request.status === 200 ? JSON.parse(request.responseText) : null);
  });
  signal.addEventListener('abort', () => request.abort());
  request.open('POST', address);
  request.setRequestHeader('content-type', file.type || 'application/octet-stream');
  request.send(file);
  return promise;
}
