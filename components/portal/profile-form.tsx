'use client';

import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import { SentForm } from '#components/ui/sent-form.tsx';
import { SelectField, TextField } from '#components/ui/text-field.tsx';
import { saveProfileAction } from '#lib/portal/actions.ts';
import { type Language, languageChoices } from '#lib/words/languages.ts';
import { Refusal } from './refusal.tsx';
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
  return (
    <SentForm
      className="grid gap-4"
      onSend={(typed) =>
        send({ name: typed('name'), language: typed('language') === 'ko' ? 'ko' : 'en', timeZone: typed('timeZone') })
      }
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
    </SentForm>
  );
}
