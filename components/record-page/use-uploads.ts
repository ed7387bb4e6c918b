'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { callAction } from '#components/actions/call-action.ts';
import { useAction } from '#components/actions/use-action.ts';
import { notifyUnauthorized } from '#components/ui/unauthorized.ts';
import { fileIsNotTooLarge } from '#lib/attachment/rules/attach.ts';
import type { ActionResult } from '#lib/platform/action-result.ts';
import type { RecordView } from '#lib/record-page/record-view.ts';

/** REC-4 · Uploads files to a record, one after the other, until one is refused. */
export function useUploads({ kind, number, maxMegabytes }: Pick<RecordView, 'kind' | 'number' | 'maxMegabytes'>) {
  const router = useRouter();
  const [batch, setBatch] = useState<readonly File[]>([]);
  const [attached, setAttached] = useState(0);
  const [share, setShare] = useState(0);
  const { run, reset, pending, refused } = useAction(attachAll);
  const underWay = pending ? batch[attached] : undefined;

  async function attachAll(files: readonly File[]): Promise<ActionResult> {
    // Checked before sending: the server cuts off larger uploads, which a browser may report as a lost connection.
    for (const { name, size } of files) {
      const fits = fileIsNotTooLarge(size, maxMegabytes);
      if (!fits.ok) return { ok: false, rule: fits.rule, message: `${name}: ${fits.because} Nothing was attached.` };
    }
    const result = await uploadAll(files);
    router.refresh();
    return result;
  }

  async function uploadAll(files: readonly File[]): Promise<ActionResult> {
    for (const [index, file] of files.entries()) {
      const query = new URLSearchParams({ kind, number, name: file.name });
      setShare(0);
      const result = await callAction(() => sendFile(`/api/attachments?${query}`, file, setShare));
      if (!result.ok) return { ...result, message: `${file.name}: ${result.message}` };
      setAttached(index + 1);
    }
    return { ok: true };
  }

  return {
    pending,
    refused,
    /** The upload's status text, and its progress from 0 to 1. */
    progress: { text: underWay ? `Attaching ${underWay.name} (${attached + 1} of ${batch.length})…` : '', share },
    attach: (files: readonly File[]) => {
      if (files.length === 0) return;
      reset();
      setBatch(files);
      setAttached(0);
      run(files);
    },
  };
}

/** Uploads a file and reports progress from 0 to 1, which `fetch` cannot. */
function sendFile(address: string, file: File, onProgress: (share: number) => void): Promise<ActionResult> {
  const { promise, resolve, reject } = Promise.withResolvers<ActionResult>();
  const request = new XMLHttpRequest();
  request.responseType = 'json';
  request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(loaded / total));
  request.addEventListener('error', reject);
  request.addEventListener('abort', reject);
  request.addEventListener('load', () => {
    if (request.status === 401) notifyUnauthorized();
    if (request.response === null) reject(new Error('The answer is none.'));
    else resolve(request.response);
  });
  request.open('POST', address);
  request.setRequestHeader('content-type', file.type || 'application/octet-stream');
  request.send(file);
  return promise;
}
