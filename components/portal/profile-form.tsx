'use client';

import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import { SelectField, TextField } from '#components/ui/text-field.tsx';
import { saveProfileAction } from '#lib/portal/actions.ts';
import { type Language, languageChoices } from '#lib/words/languages.ts';
import { Refusal } from './refusal.tsx';
import { textOf } from './text-of.ts';
import { useSending } from './use-sending.ts';

export interface ProfileFormProps {
  name: string;
  language: Language;
  timeZone: string;
  timeZones: readonly { value: string; label: string }[];
  words: Readonly<
    Record<'profile.name' | 'profile.language' | 'profile.zone' | 'profile.save' | 'answer.lost', string>
  >;
}

/** POR-10 · The customer's own profile; a new language applies to pages and emails at once. */
export function ProfileForm({ name, language, timeZone, timeZones, words }: ProfileFormProps) {
  const { send, pending, refused, errors, message, forget } = useSending(saveProfileAction, {
    name: 'profile',
    lost: words['answer.lost'],
  });
  function submit(form: HTMLFormElement) {
    const data = new FormData(form);
    const language = textOf(data, 'language') === 'ko' ? 'ko' : 'en';
    send({ name: textOf(data, 'name'), language, timeZone: textOf(data, 'timeZone') });
  }
  return (
    <form
      noValidate
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit(event.currentTarget);
      }}
      onInput={forget}
    >
      <Refusal refused={refused} />
      {message && <Banner tone="success">{message}</Banner>}
      <TextField
        label={words['profile.name']}
        required
        error={errors.name}
        name="name"
        autoComplete="name"
        defaultValue={name}
      />
      <SelectField
        label={words['profile.language']}
        error={errors.language}
        name="language"
        defaultValue={language}
        options={languageChoices}
      />
      <SelectField
        label={words['profile.zone']}
        error={errors.timeZone}
        name="timeZone"
        defaultValue={timeZone}
        options={timeZones}
      />
      <div>
        <Button type="submit" variant="primary" className="min-h-10" aria-busy={pending || undefined}>
          {words['profile.save']}
        </Button>
      </div>
    </form>
  );
}
