'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { callAction } from '#components/actions/call-action.ts';
import { useAction } from '#components/actions/use-action.ts';
import { sendFile } from '#components/ui/send-file.ts';
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
      const result = await callAction(async () => {
        const { answer } = await sendFile({ address: `/api/attachments?${query}`, file, onShare: setShare });
        return answer as ActionResult;
      });
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
