'use client';

import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { FileButtons } from './file-buttons.tsx';
import { type FileWords, tooLarge, useFiles } from './use-files.ts';

export interface AddFilesProps {
  number: string;
  maxMegabytes: number;
  most: string;
  words: FileWords & Readonly<Record<'case.files.add' | 'case.files.cancel', string>>;
}

/** POR-3 · Attaches files to a case. */
export function AddFiles({ number, maxMegabytes, most, words }: AddFilesProps) {
  const router = useRouter();
  const [pending, start] = useTransition();
  const { send, refuse, cancel, status, failed } = useFiles(words);

  function attach(files: readonly File[]) {
    const large = tooLarge(files, maxMegabytes);
    if (large) return refuse(large, maxMegabytes);
    if (files.length === 0) return;
    start(async () => {
      await send((name) => `/api/attachments?${new URLSearchParams({ kind: 'case', number, name })}`, files);
      router.refresh();
    });
  }

  return (
    <div className="grid gap-2">
      <FileButtons
        onFiles={attach}
        onCancel={cancel}
        disabled={pending}
        {...{ pending, most, status, failed, words }}
      />
    </div>
  );
}
