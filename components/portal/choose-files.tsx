'use client';

import { useRef } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { filled } from '#lib/words/message.ts';
import type { NewCaseWords } from './new-case-words.ts';
import { tooLarge, type useFiles } from './use-files.ts';

interface ChooseFilesProps {
  files: readonly File[];
  onChange: (files: readonly File[]) => void;
  maxMegabytes: number;
  sending: ReturnType<typeof useFiles>;
  words: NewCaseWords;
}

/** POR-18 · Files that are to be sent with a case: until it is there they stay in the browser. */
export function ChooseFiles({ files, onChange, maxMegabytes, sending, words }: ChooseFilesProps) {
  const input = useRef<HTMLInputElement>(null);
  function choose(chosen: readonly File[]) {
    const large = tooLarge(chosen, maxMegabytes);
    if (large) sending.refuse(large, maxMegabytes);
    else onChange([...files, ...chosen]);
  }
  return (
    <fieldset className="grid min-w-0 gap-2">
      <legend className="pb-1 text-sm font-medium text-ink-muted">{words['new.files']}</legend>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={words['case.files.add']}
        onChange={({ target }) => {
          choose([...(target.files ?? [])]);
          target.value = '';
        }}
      />
      <ul className="grid gap-1">
        {files.map((file, index) => (
          <li key={`${file.name} ${file.lastModified}`} className="flex min-h-10 items-center gap-2">
            <span className="min-w-0 flex-1 wrap-anywhere">{file.name}</span>
            <Button
              variant="quiet"
              className="min-h-10 min-w-10"
              icon={<Icon name="x" />}
              aria-label={filled(words['new.files.remove'], { name: file.name })}
              onClick={() => onChange(files.filter((_, at) => at !== index))}
            />
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-2">
        <Button className="min-h-10" icon={<Icon name="paperclip" />} onClick={() => input.current?.click()}>
          {words['case.files.add']}
        </Button>
        {sending.status !== '' && (
          <Button variant="quiet" className="min-h-10" onClick={sending.cancel}>
            {words['case.files.cancel']}
          </Button>
        )}
        <span className="text-sm text-ink-faint">{filled(words['case.files.most'], { most: maxMegabytes })}</span>
      </div>
      <p role="status" className="text-sm text-ink-muted empty:hidden">
        {sending.status}
      </p>
      {sending.failed && (
        <p role="alert" className="text-sm text-tone-red">
          {sending.failed}
        </p>
      )}
    </fieldset>
  );
}
