import { useRef, useState } from 'react';
import type { FormFile } from '#lib/portal/form-files.ts';
import { type FileWords, useFiles } from './use-files.ts';

/** POR-18 · The files of an unsent form: uploaded to the server when chosen, so that they survive a reload. */
export function useFormFiles(form: string, there: readonly FormFile[], words: FileWords) {
  const [files, setFiles] = useState(there);
  const sending = useFiles(words);
  const arriving = useRef<Promise<unknown>>(Promise.resolve());
  const addressOf = (name: string) => `/api/portal/files?${new URLSearchParams({ form, name })}`;

  async function add(chosen: readonly File[]): Promise<void> {
    const before = arriving.current;
    const own = before.then(() =>
      sending.send(addressOf, chosen, (stored) => setFiles((now) => [...now, stored as FormFile])),
    );
    arriving.current = own;
    await own;
  }

  async function remove(id: string): Promise<void> {
    setFiles((now) => now.filter((file) => file.id !== id));
    await fetch(`/api/portal/files/drop?${new URLSearchParams({ id })}`, { method: 'POST' }).catch(() => null);
  }

  return { ...sending, files, add, remove, arrived: () => arriving.current };
}
