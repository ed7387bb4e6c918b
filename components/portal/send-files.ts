import { tellUnauthorized } from '#components/ui/unauthorized.ts';

type Sending = { number: string; file: File; onShare: (share: number) => void; signal: AbortSignal };

/** Sends a file to a case and tells how much of it has gone, from 0 to 1; false: it was refused, or nothing answered. */
export function sendFileToCase({ number, file, onShare, signal }: Sending): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const request = new XMLHttpRequest();
  const fail = () => resolve(false);
  request.upload.addEventListener('progress', ({ loaded, total }) => onShare(total === 0 ? 1 : loaded / total));
  request.addEventListener('error', fail);
  request.addEventListener('abort', fail);
  request.addEventListener('load', () => {
    if (request.status === 401) tellUnauthorized();
    resolve(request.status === 200);
  });
  signal.addEventListener('abort', () => request.abort());
  request.open('POST', `/api/attachments?${new URLSearchParams({ kind: 'case', number, name: file.name })}`);
  request.setRequestHeader('content-type', file.type || 'application/octet-stream');
  request.send(file);
  return promise;
}
