'use client';

import { useEffect, useEffectEvent, useRef } from 'react';
import { RefusalToast } from '#components/actions/refusal-toast.tsx';
import { isCovered } from '#components/shell/key-events.ts';
import { usePageActions } from '#components/shell/page-actions.ts';
import type { RecordView } from '#lib/record-page/record-view.ts';
import { ATTACH_FILE } from './attach-file.ts';
import { UploadProgress } from './upload-progress.tsx';
import { useUploads } from './use-uploads.ts';

/** What a browser calls each picture that is pasted says nothing; when it was does. */
function named(file: File): File {
  if (file.name !== 'image.png') return file;
  const at = new Date().toISOString().slice(0, 19).replace('T', ' ').replaceAll(':', '.');
  return new File([file], `Pasted ${at}.png`, { type: file.type });
}

/** REC-4 · Attaches what is pasted or dropped on the page, or chosen by the palette, and says how far that is. A refusal is read whichever tab is open. */
export function DroppedFiles({ kind, number, maxMegabytes }: Pick<RecordView, 'kind' | 'number' | 'maxMegabytes'>) {
  const { attach, refused, progress } = useUploads({ kind, number, maxMegabytes });

  const chooser = useRef<HTMLInputElement>(null);
  usePageActions([{ label: ATTACH_FILE, run: () => chooser.current?.click() }]);

  const take = useEffectEvent((event: Event, data: DataTransfer | null) => {
    const files = [...(data?.files ?? [])];
    // Words that come with a picture of themselves, as from a spreadsheet, are words.
    if (isCovered() || files.length === 0 || data?.types.includes('text/plain')) return;
    event.preventDefault();
    attach(files.map(named));
  });

  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    document.addEventListener('paste', (event) => take(event, event.clipboardData), { signal });
    document.addEventListener('drop', (event) => take(event, event.dataTransfer), { signal });
    // Without this the browser would leave the page for the file.
    document.addEventListener(
      'dragover',
      (event) => event.dataTransfer?.types.includes('Files') && event.preventDefault(),
      { signal },
    );
    return () => listening.abort();
  }, []);

  return (
    <>
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        aria-label={ATTACH_FILE}
        onChange={({ target }) => {
          attach([...(target.files ?? [])]);
          // The same file may be chosen once more.
          target.value = '';
        }}
      />
      <RefusalToast refused={refused} />
      <UploadProgress {...progress} />
    </>
  );
}
