import { notifyUnauthorized } from './unauthorized.ts';

type Upload = { address: string; file: File; onShare: (share: number) => void; signal?: AbortSignal };

/** Uploads a file and reports its progress from 0 to 1, which `fetch` cannot. Fails without an answer. */
export function sendFile({ address, file, onShare, signal }: Upload): Promise<{ isStored: boolean; answer: unknown }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ isStored: boolean; answer: unknown }>();
  const request = new XMLHttpRequest();
  request.responseType = 'json';
  request.upload.addEventListener('progress', ({ loaded, total }) => onShare(total === 0 ? 1 : loaded / total));
  request.addEventListener('error', reject);
  request.addEventListener('abort', reject);
  request.addEventListener('load', () => {
    if (request.status === 401) notifyUnauthorized();
    if (request.response === null) reject(new Error('The answer is none.'));
    else resolve({ isStored: request.status === 200, answer: request.response });
  });
  signal?.addEventListener('abort', () => request.abort());
  request.open('POST', address);
  request.setRequestHeader('content-type', file.type || 'application/octet-stream');
  request.send(file);
  return promise;
}
