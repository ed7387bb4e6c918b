'use client';

import { useRef, useState } from 'react';
import { sendFile } from '#components/ui/send-file.ts';
import { filled } from '#lib/words/message.ts';

export type FileWords = Readonly<
  Record<'case.files.large' | 'case.files.sending' | 'case.files.sent' | 'case.files.failed', string>
>;

/** The largest of the files that are too large; null: all are small enough (REC-4). */
export const tooLarge = (files: readonly File[], maxMegabytes: number) =>
  files.find(({ size }) => size > maxMegabytes * 1_000_000) ?? null;

/** Uploads files one after the other, each to its own address, with progress and cancel. */
export function useFiles(words: FileWords) {
  const [status, setStatus] = useState('');
  const [failed, setFailed] = useState('');
  const stopping = useRef<AbortController | null>(null);

  /** Resolves with whether all files arrived. */
  async function send(
    addressOf: (name: string) => string,
    files: readonly File[],
    onStored?: (answer: unknown) => void,
  ): Promise<boolean> {
    stopping.current = new AbortController();
    const { signal } = stopping.current;
    setFailed('');
    for (const file of files) {
      const onShare = (share: number) =>
        setStatus(filled(words['case.files.sending'], { name: file.name, share: Math.round(share * 100) }));
      onShare(0);
      const sent = await sendFile({ address: addressOf(file.name), file, onShare, signal }).catch(() => null);
      if (sent?.isStored) {
        onStored?.(sent.answer);
        continue;
      }
      setStatus('');
      if (!signal.aborted) setFailed(filled(words['case.files.failed'], { name: file.name }));
      return false;
    }
    setStatus(files.length > 0 ? words['case.files.sent'] : '');
    return true;
  }

  return {
    status,
    failed,
    send,
    refuse: (file: File, most: number) => setFailed(filled(words['case.files.large'], { name: file.name, most })),
    cancel: () => stopping.current?.abort(),
  };
}
