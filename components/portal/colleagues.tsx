'use client';

import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { SentForm } from '#components/ui/sent-form.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { addColleagueAction, removeColleagueAction } from '#lib/portal/actions.ts';
import type { PortalColleague } from '#lib/portal/colleagues-of-case.ts';
import { filled } from '#lib/words/message.ts';
import { Refusal } from './refusal.tsx';
import { useSending } from './use-sending.ts';

type Keys =
  | 'people.none'
  | 'people.reads'
  | 'people.answers'
  | 'people.add'
  | 'people.email'
  | 'people.may'
  | 'people.may.read'
  | 'people.may.answer'
  | 'people.send'
  | 'people.remove'
  | 'answer.lost';

export interface ColleaguesProps {
  number: string;
  colleagues: readonly PortalColleague[];
  mayShare: boolean;
  words: Readonly<Record<Keys, string>>;
}

/** POR-19 · Colleagues of the reader's account who were added to a case, and the form to add one. */
export function Colleagues({ number, colleagues, mayShare, words }: ColleaguesProps) {
  const removing = useSending(removeColleagueAction, { name: 'remove colleague', lost: words['answer.lost'] });
  return (
    <div className="grid gap-3">
      {colleagues.length === 0 && <p className="text-ink-muted">{words['people.none']}</p>}
      <Refusal refused={removing.refused} />
      <ul className="grid gap-1">
        {colleagues.map(({ id, name, mayAnswer }) => (
          <li key={id} className="flex min-h-10 items-center gap-2">
            <span className="min-w-0 flex-1 wrap-anywhere">
              {name}, <span className="text-ink-muted">{words[mayAnswer ? 'people.answers' : 'people.reads']}</span>
            </span>
            {mayShare && (
              <Button
                variant="quiet"
                className="min-h-10 min-w-10"
                icon={<Icon name="x" />}
                aria-label={filled(words['people.remove'], { name })}
                onClick={() => removing.send({ number, userId: id })}
              />
            )}
          </li>
        ))}
      </ul>
      {mayShare && <AddColleague number={number} words={words} />}
    </div>
  );
}

function AddColleague({ number, words }: Pick<ColleaguesProps, 'number' | 'words'>) {
  const { send, pending, refused, errors, message } = useSending(addColleagueAction, {
    name: 'add colleague',
    lost: words['answer.lost'],
  });
  return (
    <details>
      <summary className="min-h-10 cursor-pointer content-center font-medium">{words['people.add']}</summary>
      <SentForm
        // Clears the field after a colleague was added.
        key={message}
        className="grid gap-3 pt-2"
        onSend={(typed) => send({ number, email: typed('email'), may: typed('may') === 'answer' ? 'answer' : 'read' })}
      >
        <Refusal refused={refused} />
        <TextField label={words['people.email']} error={errors.email} name="email" type="email" autoComplete="off" />
        <fieldset>
          <legend className="pb-1 font-medium">{words['people.may']}</legend>
          {(['read', 'answer'] as const).map((value) => (
            <label key={value} className="flex min-h-10 items-center gap-2">
              <input type="radio" name="may" value={value} defaultChecked={value === 'read'} />
              {words[`people.may.${value}`]}
            </label>
          ))}
        </fieldset>
        <div>
          <Button type="submit" className="min-h-10" aria-busy={pending || undefined}>
            {words['people.send']}
          </Button>
        </div>
        <p role="status" className="text-sm text-tone-green empty:hidden">
          {message}
        </p>
      </SentForm>
    </details>
  );
}
