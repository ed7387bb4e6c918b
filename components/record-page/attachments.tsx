'use client';

import { clsx } from 'clsx';
import { useRouter } from 'next/navigation';
import { useId, useRef, useState } from 'react';
import { callAction } from '#components/actions/call-action.ts';
import { useAction } from '#components/actions/use-action.ts';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { fileIsNotTooLarge } from '#lib/attachment/rules/attach.ts';
import type { ActionResult } from '#lib/platform/action-result.ts';
import type { RecordView } from '#lib/task/record-view.ts';
import { AttachmentList } from './attachment-list.tsx';

type AttachmentsProps = Pick<RecordView, 'kind' | 'number' | 'attachments' | 'maxMegabytes' | 'mayAttach'>;

async function upload(kind: string, number: string, file: File): Promise<ActionResult> {
  const query = new URLSearchParams({ kind, number, name: file.name });
  const headers = { 'content-type': file.type || 'application/octet-stream' };
  const response = await fetch(`/api/attachments?${query}`, { method: 'POST', body: file, headers });
  return response.json();
}

/** REC-4 · The files of a record, and the button that adds more. */
export function Attachments({ kind, number, attachments, mayAttach, maxMegabytes }: AttachmentsProps) {
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const hintId = useId();
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

  function attach(files: readonly File[]) {
    reset();
    setBatch(files);
    setAttached(0);
    run(files);
  }

  const button = mayAttach && (
    <Button
      size="s"
      icon={<Icon name="paperclip" />}
      onClick={() => input.current?.click()}
      disabled={pending}
      aria-describedby={hintId}
    >
      Attach a file
    </Button>
  );

  return (
    <div className="grid gap-3">
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label="Files to attach"
        onChange={({ target }) => {
          attach([...(target.files ?? [])]);
          target.value = '';
        }}
      />
      {attachments.length > 0 && <AttachmentList attachments={attachments} />}
      {attachments.length === 0 && !mayAttach && <EmptyState title="No attachments" />}
      {attachments.length === 0 && mayAttach && (
        <EmptyState title="No attachments yet" action={button}>
          Screenshots, logs and letters that belong to {number}.
        </EmptyState>
      )}
      {attachments.length > 0 && button}
      {mayAttach && (
        <p id={hintId} className={clsx('text-sm text-ink-faint', attachments.length === 0 && 'text-center')}>
          Up to {maxMegabytes} MB a file.
        </p>
      )}
      {refused && (
        <Banner tone="error" rule={refused.rule}>
          {refused.message}
        </Banner>
      )}
      <p role="status" className="text-sm text-ink-muted">
        {underWay && `Attaching ${underWay.name} (${attached + 1} of ${batch.length})…`}
      </p>
    </div>
  );
}
