'use client';

import { useRef } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { filled } from '#lib/words/message.ts';
import type { NewCaseWords } from './new-case-words.ts';
import { tooLarge } from './use-files.ts';
import type { useFormFiles } from './use-form-files.ts';

interface ChooseFilesProps {
  waiting: ReturnType<typeof useFormFiles>;
  maxMegabytes: number;
  words: NewCaseWords;
}

/** POR-18 · Files for a case that is not sent yet: the server stores them until then. */
export function ChooseFiles({ waiting, maxMegabytes, words }: ChooseFilesProps) {
  const input = useRef<HTMLInputElement>(null);
  function choose(chosen: readonly File[]) {
    const large = tooLarge(chosen, maxMegabytes);
    if (large) waiting.refuse(large, maxMegabytes);
    else void waiting.add(chosen);
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
        {waiting.files.map(({ id, name }) => (
          <li key={id} className="flex min-h-10 items-center gap-2">
            <span className="min-w-0 flex-1 wrap-anywhere">{name}</span>
            <Button
              variant="quiet"
              className="min-h-10 min-w-10"
              icon={<Icon name="x" />}
              aria-label={filled(words['new.files.remove'], { name })}
              onClick={() => void waiting.remove(id)}
            />
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-2">
        <Button className="min-h-10" icon={<Icon name="paperclip" />} onClick={() => input.current?.click()}>
          {words['case.files.add']}
        </Button>
        {waiting.status !== '' && (
          <Button variant="quiet" className="min-h-10" onClick={waiting.cancel}>
            {words['case.files.cancel']}
          </Button>
        )}
        <span className="text-sm text-ink-faint">{filled(words['case.files.most'], { most: maxMegabytes })}</span>
      </div>
      <p role="status" className="text-sm text-ink-muted empty:hidden">
        {waiting.status}
      </p>
      {waiting.failed && (
        <p role="alert" className="text-sm text-tone-red">
          {waiting.failed}
        </p>
      )}
    </fieldset>
  );
}
