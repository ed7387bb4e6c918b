'use client';

import { clsx } from 'clsx';
import { Paperclip } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useId, useRef, useState } from 'react';
import { callAction, type Refused } from '#components/actions/call-action.ts';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { fileSize } from '#lib/attachment/file-size.ts';
import { fileIsNotTooLarge } from '#lib/attachment/rules/attach.ts';
import type { ActionResult } from '#lib/platform/action-result.ts';
import type { RecordView } from '#lib/task/record-view.ts';

type AttachmentsProps = Pick<RecordView, 'kind' | 'number' | 'attachments' | 'mayComment'> & {
  /** How large a file may be. */
  maxMegabytes: number;
};

async function upload(kind: string, number: string, file: File): Promise<ActionResult> {
  const query = new URLSearchParams({ kind, number, name: file.name });
  const headers = { 'content-type': file.type || 'application/octet-stream' };
  const response = await fetch(`/api/attachments?${query}`, { method: 'POST', body: file, headers });
  return response.json();
}

/** REC-4 · The files of a record, and the button that adds more. */
export function Attachments({ kind, number, attachments, mayComment, maxMegabytes }: AttachmentsProps) {
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const hintId = useId();
  const [progress, setProgress] = useState<string | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);

  async function attach(files: readonly File[]) {
    setRefused(null);
    // Before a byte is sent: the server stops listening at the limit, and a browser may take that for a server that is away.
    for (const { name, size } of files) {
      const fits = fileIsNotTooLarge(size, maxMegabytes);
      if (fits.ok) continue;
      setRefused({ ok: false, rule: fits.rule, message: `${name}: ${fits.because} Nothing was attached.` });
      return;
    }
    for (const [index, file] of files.entries()) {
      setProgress(`Attaching ${file.name} (${index + 1} of ${files.length})…`);
      const result = await callAction(() => upload(kind, number, file));
      if (!result.ok) setRefused({ ...result, message: `${file.name}: ${result.message}` });
      if (!result.ok) break;
    }
    setProgress(null);
    router.refresh();
  }

  const button = mayComment && (
    <Button
      size="s"
      icon={<Paperclip aria-hidden />}
      onClick={() => input.current?.click()}
      disabled={progress !== null}
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
          void attach([...(target.files ?? [])]);
          target.value = '';
        }}
      />
      {attachments.length > 0 && (
        <ul className="divide-y rounded-md border">
          {attachments.map(({ id, name, size, by, at }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-3 py-2">
              <a
                href={`/api/attachments/${id}`}
                className="min-w-0 flex-1 text-accent-ink wrap-anywhere hover:underline"
              >
                {name}
              </a>
              <span className="text-sm text-ink-muted">{fileSize(size)}</span>
              <span className="text-sm text-ink-muted">{by ?? 'System'}</span>
              <RelativeTime at={at} className="text-sm text-ink-faint" />
            </li>
          ))}
        </ul>
      )}
      {attachments.length === 0 && !mayComment && <EmptyState title="No attachments" />}
      {attachments.length === 0 && mayComment && (
        <EmptyState title="No attachments yet" action={button}>
          Screenshots, logs and letters that belong to {number}.
        </EmptyState>
      )}
      {attachments.length > 0 && button}
      {mayComment && (
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
        {progress}
      </p>
    </div>
  );
}
