'use client';

import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { filled } from '#lib/words/message.ts';
import { FileButtons } from './file-buttons.tsx';
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
  function choose(chosen: readonly File[]) {
    const large = tooLarge(chosen, maxMegabytes);
    if (large) waiting.refuse(large, maxMegabytes);
    else void waiting.add(chosen);
  }
  return (
    <fieldset className="grid min-w-0 gap-2">
      <legend className="pb-1 text-sm font-medium text-ink-muted">{words['new.files']}</legend>
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
      <FileButtons
        onFiles={choose}
        pending={waiting.status !== ''}
        onCancel={waiting.cancel}
        most={filled(words['case.files.most'], { most: maxMegabytes })}
        status={waiting.status}
        failed={waiting.failed}
        words={words}
      />
    </fieldset>
  );
}
