'use client';

import { useRouter } from 'next/navigation';
import { useRef, useTransition } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { filesOfCase } from './send-files.ts';
import { type FileWords, tooLarge, useFiles } from './use-files.ts';

export interface AddFilesProps {
  number: string;
  maxMegabytes: number;
  most: string;
  words: FileWords & Readonly<Record<'case.files.add' | 'case.files.cancel', string>>;
}

/** POR-3 · Attaches files to a case. */
export function AddFiles({ number, maxMegabytes, most, words }: AddFilesProps) {
  const input = useRef<HTMLInputElement>(null);
  const router = useRouter();
  const [pending, start] = useTransition();
  const { send, refuse, cancel, status, failed } = useFiles(words);

  function attach(files: readonly File[]) {
    const large = tooLarge(files, maxMegabytes);
    if (large) return refuse(large, maxMegabytes);
    if (files.length === 0) return;
    start(async () => {
      await send(filesOfCase(number), files);
      router.refresh();
    });
  }

  return (
    <div className="grid gap-2">
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={words['case.files.add']}
        onChange={({ target }) => {
          attach([...(target.files ?? [])]);
          target.value = '';
        }}
      />
      <div className="flex flex-wrap items-center gap-2">
        <Button
          icon={<Icon name="paperclip" />}
          className="min-h-10"
          disabled={pending}
          onClick={() => input.current?.click()}
        >
          {words['case.files.add']}
        </Button>
        {pending && (
          <Button variant="quiet" className="min-h-10" onClick={cancel}>
            {words['case.files.cancel']}
          </Button>
        )}
        <span className="text-sm text-ink-faint">{most}</span>
      </div>
      <p role="status" className="text-sm text-ink-muted empty:hidden">
        {status}
      </p>
      {failed && (
        <p role="alert" className="text-sm text-tone-red">
          {failed}
        </p>
      )}
    </div>
  );
}
