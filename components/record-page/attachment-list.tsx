import { RelativeTime } from '#components/ui/relative-time.tsx';
import { fileSize } from '#lib/attachment/file-size.ts';
import type { RecordView } from '#lib/record-page/record-view.ts';

/** REC-4 · The files of a record, each with who attached it and when. */
export function AttachmentList({ attachments }: Pick<RecordView, 'attachments'>) {
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
