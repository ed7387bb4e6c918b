import { tellUnauthorized } from '#components/ui/unauthorized.ts';
import type { ActionResult } from '#lib/platform/action-result.ts';

/** Uploads a file and reports progress from 0 to 1, which `fetch` cannot. */
export function sendFile(address: string, file: File, onProgress: (share: number) => void): Promise<ActionResult> {
  const { promise, resolve, reject } = Promise.withResolvers<ActionResult>();
  const request = new XMLHttpRequest();
  request.responseType = 'json';
  request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(loaded / total));
  request.addEventListener('error', reject);
  request.addEventListener('abort', reject);
  request.addEventListener('load', () => {
    if (request.status === 401) tellUnauthorized();
    if (request.response === null) reject(new Error('The answer is none.'));
    else resolve(request.response);
  });
  request.open('POST', address);
  request.setRequestHeader('content-type', file.type || 'application/octet-stream');
  request.send(file);
  return promise;
}
