'use client';

import { useEffect, useEffectEvent, useRef } from 'react';
import { RefusalToast } from '#components/actions/refusal-toast.tsx';
import { isCovered } from '#components/shell/key-events.ts';
import { usePageActions } from '#components/shell/page-actions.ts';
import { FileInput } from '#components/ui/file-input.tsx';
import type { RecordView } from '#lib/record-page/record-view.ts';
import { ATTACH_FILE } from './attach-file.ts';
import { UploadProgress } from './upload-progress.tsx';
import { useUploads } from './use-uploads.ts';

/** Browsers give all pasted pictures the same name: names them by time instead. */
function named(file: File): File {
  if (file.name !== 'image.png') return file;
  const at = new Date().toISOString().slice(0, 19).replace('T', ' ').replaceAll(':', '.');
  return new File([file], `Pasted ${at}.png`, { type: file.type });
}

/** REC-4 · Attaches pasted, dropped or chosen files and shows progress. A refusal shows on every tab. */
export function DroppedFiles({ kind, number, maxMegabytes }: Pick<RecordView, 'kind' | 'number' | 'maxMegabytes'>) {
  const { attach, refused, progress } = useUploads({ kind, number, maxMegabytes });

  const chooser = useRef<HTMLInputElement>(null);
  usePageActions([{ label: ATTACH_FILE, run: () => chooser.current?.click() }]);

  const take = useEffectEvent((event: Event, data: DataTransfer | null) => {
    const files = [...(data?.files ?? [])];
    // Text copied with a picture of itself, as from a spreadsheet, is pasted as text.
    if (isCovered() || files.length === 0 || data?.types.includes('text/plain')) return;
    event.preventDefault();
    attach(files.map(named));
  });

  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    document.addEventListener('paste', (event) => take(event, event.clipboardData), { signal });
    document.addEventListener('drop', (event) => take(event, event.dataTransfer), { signal });
    // Without this the browser would open the dropped file.
    document.addEventListener(
      'dragover',
      (event) => event.dataTransfer?.types.includes('Files') && event.preventDefault(),
      { signal },
    );
    return () => listening.abort();
  }, []);

  return (
    <>
      <FileInput ref={chooser} aria-label={ATTACH_FILE} onFiles={attach} />
      <RefusalToast refused={refused} />
      <UploadProgress {...progress} />
    </>
  );
}
