'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { callAction } from '#components/actions/call-action.ts';
import { useAction } from '#components/actions/use-action.ts';
import { tellUnauthorized } from '#components/ui/unauthorized.ts';
import { fileIsNotTooLarge } from '#lib/attachment/rules/attach.ts';
import type { ActionResult } from '#lib/platform/action-result.ts';
import type { RecordView } from '#lib/task/record-view.ts';

async function upload(kind: string, number: string, file: File): Promise<ActionResult> {
  const query = new URLSearchParams({ kind, number, name: file.name });
  const headers = { 'content-type': file.type || 'application/octet-stream' };
  const response = await fetch(`/api/attachments?${query}`, { method: 'POST', body: file, headers });
  if (response.status === 401) tellUnauthorized();
  return response.json();
}

/** REC-4 · Attaches files to a record, one after the other, until one is refused. */
export function useUploads({ kind, number, maxMegabytes }: Pick<RecordView, 'kind' | 'number' | 'maxMegabytes'>) {
  const router = useRouter();
  const [batch, setBatch] = useState<readonly File[]>([]);
  const [attached, setAttached] = useState(0);
  const { run, reset, pending, refused } = useAction(attachAll);
  const underWay = pending ? batch[attached] : undefined;

  async function attachAll(files: readonly File[]): Promise<ActionResult> {
    // Before a byte is sent: the server stops listening at the limit, and a browser may take that for a server that is away.
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
      const result = await callAction(() => upload(kind, number, file));
      if (!result.ok) return { ...result, message: `${file.name}: ${result.message}` };
      setAttached(index + 1);
    }
    return { ok: true };
  }

  return {
    pending,
    refused,
    /** What is being sent, in words. */
    progress: underWay ? `Attaching ${underWay.name} (${attached + 1} of ${batch.length})…` : '',
    attach: (files: readonly File[]) => {
      if (files.length === 0) return;
      reset();
      setBatch(files);
      setAttached(0);
      run(files);
    },
  };
}
