'use client';

import { clsx } from 'clsx';
import { useId, useRef } from 'react';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Icon } from '#components/ui/icon.tsx';
import type { RecordView } from '#lib/record-page/record-view.ts';
import { AttachmentList } from './attachment-list.tsx';
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
      <UploadProgress {...progress} />
    </div>
  );
}
