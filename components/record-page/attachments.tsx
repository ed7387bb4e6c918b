'use client';

import { clsx } from 'clsx';
import { useId, useRef } from 'react';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { FileInput } from '#components/ui/file-input.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { fileSize } from '#lib/attachment/file-size.ts';
import type { RecordView } from '#lib/record-page/record-view.ts';
import { UploadProgress } from './upload-progress.tsx';
import { useUploads } from './use-uploads.ts';

type AttachmentsProps = Pick<RecordView, 'kind' | 'number' | 'attachments' | 'maxMegabytes' | 'mayAttach'>;

/** REC-4 · The files of a record, and the button that adds more. */
export function Attachments({ kind, number, attachments, mayAttach, maxMegabytes }: AttachmentsProps) {
  const input = useRef<HTMLInputElement>(null);
  const hintId = useId();
  const { attach, pending, refused, progress } = useUploads({ kind, number, maxMegabytes });

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
      <FileInput ref={input} aria-label="Files to attach" onFiles={attach} />
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
      <UploadProgress {...progress} />
    </div>
  );
}

/** REC-4 · The files of a record, each with who attached it and when. */
function AttachmentList({ attachments }: Pick<RecordView, 'attachments'>) {
  return (
    <ul className="divide-y rounded-md border">
      {attachments.map(({ id, name, size, by, at }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-3 py-2">
          <a href={`/api/attachments/${id}`} className="min-w-0 flex-1 text-accent-ink wrap-anywhere hover:underline">
            {name}
          </a>
          <span className="text-sm text-ink-muted">{fileSize(size)}</span>
          <span className="text-sm text-ink-muted">{by ?? 'System'}</span>
          <RelativeTime at={at} className="text-sm text-ink-faint" />
        </li>
      ))}
    </ul>
  );
}
